/** A text file that the user keeps. */
export interface TextFile {
  readonly name: string;
  readonly text: string;
}

/** Long enough for a slow disk: the file is read from its address after the click. */
const KEPT_MS = 60_000;

/**
 * Hands a CSV file to the browser as a download. False where the host refuses at once; one that refuses silently cannot be told, so the text
 * should be at hand all the same.
 */
export function saveFile({ name, text }: TextFile): boolean {
  try {
    const url = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
    const link = document.createElement('a');
    link.href = url;
    link.download = name;
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(url), KEPT_MS);
    return true;
  } catch {
    return false;
  }
}
