/** Whether a reader has changed a form since the server sent it. */
export const isTouched = (form: HTMLFormElement): boolean =>
  [...form.querySelectorAll<HTMLInputElement>('input[name]')].some(
    (field) => field.checked !== field.defaultChecked || field.value !== field.defaultValue,
  );
