// Starts the counter, as simply as it can be done.
import start from 'ket-nap-glue';

start({ module_or_path: fetch('counter.wasm', { credentials: 'same-origin' }) });
