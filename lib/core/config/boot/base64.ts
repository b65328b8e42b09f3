const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Base64 in lines of some length; core has no Buffer. */
export function base64(bytes: Uint8Array, line = 1000): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const [one = 0, two, three] = [bytes[at], bytes[at + 1], bytes[at + 2]];
    const group = (one << 16) | ((two ?? 0) << 8) | (three ?? 0);
    text += DIGITS[(group >> 18) & 63]! + DIGITS[(group >> 12) & 63]! + (two === undefined ? '=' : DIGITS[(group >> 6) & 63]!) + (three === undefined ? '=' : DIGITS[group & 63]!);
  }
  return Number.isFinite(line) ? text.replace(new RegExp(`.{${line}}(?=.)`, 'g'), (one) => `${one}\n`) : text;
}
