import { readFileSync } from "node:fs";
import * as path from "node:path";
import { loadModel, type NameModel } from "../core/entities/recognise/model";
import { messageOf } from "../core/util/errorText";
import { Failure } from "./failure";

/** From the package: beside `dist/cli` when built, above `src/cli` in the sources. */
export const modelFile = path.join(__dirname, "../../models/names.bin");

/** The model for names. Fails where there is none. */
export function readModel(): NameModel {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(modelFile);
  } catch (error) {
    throw new Failure(`The model for names cannot be read: ${messageOf(error)}`);
  }
  const loaded = loadModel(bytes);
  if ("error" in loaded) throw new Failure(loaded.error);
  return loaded.model;
}
