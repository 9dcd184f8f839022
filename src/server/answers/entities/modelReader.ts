import type { Connection } from "vscode-languageserver";
import { entityMethod } from "../../../protocol/entities";
import { bytesOfBase64 } from "../../files/io/base64";

/** Reads the model for names: itself where it can, else by asking the client for the file that it named. */
export function modelReader(connection: Connection, own: (() => Promise<Uint8Array>) | null): { uri: string | null; readonly read: () => Promise<Uint8Array> } {
  const reader = {
    uri: null as string | null,
    read: async (): Promise<Uint8Array> => {
      if (own !== null) return await own();
      if (reader.uri === null) throw new Error("the client does not say where the model is.");
      return bytesOfBase64(await connection.sendRequest<string>(entityMethod.readModel, { uri: reader.uri }));
    },
  };
  return reader;
}
