-- Corpus Navigator in Neovim (0.7 or newer), for instance in ~/.config/nvim/init.lua. The folder in which Neovim was started is the corpus.
-- Where the command is not on the PATH, name it: { "node", "/path/to/corpus-navigator/dist/cli/main.js", "serve", "--stdio" }
local command = vim.g.corpus_navigator_command or { "corpus-navigator", "serve", "--stdio" }

vim.api.nvim_create_autocmd("BufReadPost", {
  pattern = "*.txt",
  callback = function(event)
    vim.g.corpus_navigator = vim.g.corpus_navigator
      or vim.lsp.start_client({
        name = "corpus-navigator",
        cmd = command,
        root_dir = vim.fn.getcwd(),
        workspace_folders = { { uri = vim.uri_from_fname(vim.fn.getcwd()), name = "corpus" } },
        -- A bundle is known by its content.
        get_language_id = function()
          return "news-article"
        end,
      })
    vim.lsp.buf_attach_client(event.buf, vim.g.corpus_navigator)
  end,
})
