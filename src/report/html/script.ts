import { createHash } from 'node:crypto';

/** Unpacks the embedded result and hands it to the browser as a file. */
export const SCRIPT = `(function () {
  var data = document.getElementById('result');
  var button = document.getElementById('download');
  if (!data || !button || typeof DecompressionStream !== 'function') return;
  button.hidden = false;
  button.addEventListener('click', function () {
    var bytes = Uint8Array.from(atob(data.textContent), function (letter) { return letter.charCodeAt(0); });
    var unpacked = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
    new Response(unpacked).blob().then(function (blob) {
      var link = document.createElement('a');
      link.href = URL.createObjectURL(new Blob([blob], { type: 'application/json' }));
      link.download = button.dataset.name;
      link.click();
      setTimeout(function () { URL.revokeObjectURL(link.href); }, 10000);
    });
  });
})();`;

/**
 * What the page may do: its own styles and scripts, and nothing from anywhere.
 *
 * @param more sources of scripts beside {@link SCRIPT}, each the hash of one
 */
export function contentSecurityPolicy(more: readonly string[] = []): string {
  const hash = createHash('sha256').update(SCRIPT).digest('base64');
  return [
    "default-src 'none'",
    "style-src 'unsafe-inline'",
    'img-src data:',
    `script-src ${[`'sha256-${hash}'`, ...more].join(' ')}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}
