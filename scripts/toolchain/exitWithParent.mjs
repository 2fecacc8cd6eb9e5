/**
 * Imported, it makes this process end when its parent is gone, however that
 * died: nothing that a script starts outlives the script.
 */
const CHECK_EVERY_MS = 500;
const GRACE_MS = 8_000;
const parent = process.ppid;

setInterval(() => {
  if (process.ppid !== parent) {
    process.kill(process.pid, 'SIGTERM');
    setTimeout(() => process.exit(1), GRACE_MS).unref();
  }
}, CHECK_EVERY_MS).unref();
