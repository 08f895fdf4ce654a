/** Copies the text that a button names in `data-copies`, and confirms it on the button for two seconds. */
export function copyText(event: Event): void {
  const button = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-copies]') : null;
  const source = button && document.getElementById(button.dataset.copies ?? '');
  if (!button || !source) return;
  const text =
    source instanceof HTMLTextAreaElement ? source.value : (source.dataset.copy ?? source.textContent ?? '');
  void navigator.clipboard.writeText(text).then(() => {
    const label = button.textContent;
    button.textContent = button.dataset.copied ?? label;
    setTimeout(() => (button.textContent = label), 2000);
  });
}
