/** Says who holds a data folder, to the one who came second. */
export function alreadyRunning(folder, { pid, address }) {
  return (
    `Veritable already runs on the data folder ${folder}: process ${pid}, ` +
    `${address ? `at ${address}` : "still starting"}.\n` +
    "Stop it first, or set DATA_DIR and PORT to run another one beside it."
  );
}
