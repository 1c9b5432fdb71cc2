import { symmetricDecrypt, symmetricEncrypt } from "better-auth/crypto";
import { authServer } from "./server";

/** Encrypts a text with this desk's `AUTH_SECRET`, as the auth library does (XChaCha20-Poly1305). */
export async function encryptText(text: string): Promise<string> {
  const { secretConfig } = await authServer().$context;
  return symmetricEncrypt({ key: secretConfig, data: text });
}

/** Decrypts what {@link encryptText} returned. Throws for a text that was encrypted with another secret. */
export async function decryptText(text: string): Promise<string> {
  const { secretConfig } = await authServer().$context;
  return symmetricDecrypt({ key: secretConfig, data: text });
}
