import type { Page } from '@playwright/test';

/** Drops files of the disk on the window, as a hand with a mouse does: over it first, then let go. */
export async function dropFiles(page: Page, ...paths: readonly string[]): Promise<void> {
  // Only a field of the page makes files that know where they lie; a script cannot.
  const field = await page.evaluateHandle(() =>
    document.body.appendChild(
      Object.assign(document.createElement('input'), { type: 'file', multiple: true }),
    ),
  );
  await field.setInputFiles([...paths]);
  await field.evaluate((input) => {
    input.remove();
    const dataTransfer = new DataTransfer();
    for (const file of input.files ?? []) dataTransfer.items.add(file);
    for (const kind of ['dragenter', 'dragover', 'drop'])
      document.body.dispatchEvent(new DragEvent(kind, { bubbles: true, cancelable: true, dataTransfer }));
  });
}
