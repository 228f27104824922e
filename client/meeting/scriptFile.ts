// A script's file as a browser reads it.

/** What the file holds; null when it is no JSON, which a script is not either. */
export function readScriptFile(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    // Not JSON: the check names it.
    return null
  }
}
