-- Asks the language server through Neovim and writes a line an answer; see neovim.test.ts.
vim.cmd("edit " .. vim.env.CORPUS_ARTICLE)
vim.wait(20000, function()
  local client = vim.lsp.get_client_by_id(vim.g.corpus_navigator)
  return client ~= nil and client.initialized
end)

local function ask(method, params)
  for _, answer in pairs(vim.lsp.buf_request_sync(0, method, params, 20000) or {}) do
    return answer.result
  end
end

local function say(what, value)
  io.stdout:write(what .. "\t" .. vim.fn.json_encode(value or vim.NIL) .. "\n")
end

local document = vim.lsp.util.make_text_document_params()
local name = { textDocument = document, position = { line = 14, character = 20 }, context = { includeDeclaration = true } }
-- All mentions are known once the folder was read.
local mentions = {}
vim.wait(60000, function()
  mentions = ask("textDocument/references", name) or {}
  return #mentions >= 20
end, 500)
say("symbols", ask("textDocument/documentSymbol", { textDocument = document }))
say("hover", ask("textDocument/hover", name))
say("references", mentions)
vim.cmd("qa!")
