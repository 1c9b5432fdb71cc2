import { symmetricDecrypt, symmetricEncrypt } from "better-auth/crypto";
import { authServer } from "./server";

/** A text that only this desk's `AUTH_SECRET` opens again, encrypted as the auth library does (XChaCha20-Poly1305). */
export async function encrypted(text: string): Promise<string> {
  const { secretConfig } = await authServer().$context;
  return symmetricEncrypt({ key: secretConfig, data: text });
}

/** What {@link encrypted} hid. Throws for what another secret encrypted. */
export async function decrypted(text: string): Promise<string> {
  const { secretConfig } = await authServer().$context;
  return symmetricDecrypt({ key: secretConfig, data: text });
}
