import { createHash } from 'node:crypto';

/** Hands the embedded result to the browser as a file; all that this page runs. */
export const SCRIPT = `(function () {
  var data = document.getElementById('result');
  var button = document.getElementById('download');
  if (!data || !button) return;
  button.hidden = false;
  button.addEventListener('click', function () {
    var link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([data.textContent], { type: 'application/json' }));
    link.download = button.dataset.name;
    link.click();
    setTimeout(function () { URL.revokeObjectURL(link.href); }, 10000);
  });
})();`;

/** What the page may do: its own styles and this one script, and nothing from anywhere. */
export function contentSecurityPolicy(): string {
  const hash = createHash('sha256').update(SCRIPT).digest('base64');
  return [
    "default-src 'none'",
    "style-src 'unsafe-inline'",
    'img-src data:',
    `script-src 'sha256-${hash}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}
