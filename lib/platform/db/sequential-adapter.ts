import { PrismaPg } from "@prisma/adapter-pg";

type Connection = Awaited<ReturnType<PrismaPg["connect"]>>;
type Transaction = Awaited<ReturnType<Connection["startTransaction"]>>;

/**
 * Prisma's adapter, limited to one statement at a time in each transaction. Prisma sends the queries of several included
 * relations concurrently on one connection, which `pg` deprecates and version 9 rejects.
 */
export class SequentialAdapter extends PrismaPg {
  override async connect(): Promise<Connection> {
    const connection = await super.connect();
    const start = connection.startTransaction.bind(connection);
    connection.startTransaction = async (isolationLevel) => inSequence(await start(isolationLevel));
    return connection;
  }
}

/** Makes each statement of the transaction wait for the one before it, even if that one fails. */
function inSequence(transaction: Transaction): Transaction {
  const [queryRaw, executeRaw] = [
    transaction.queryRaw.bind(transaction),
    transaction.executeRaw.bind(transaction),
  ];
  let last: Promise<unknown> = Promise.resolve();
  const next = <T>(run: () => Promise<T>): Promise<T> => {
    const result = last.then(run, run);
    last = result;
    return result;
  };
  transaction.queryRaw = (statement) => next(() => queryRaw(statement));
  transaction.executeRaw = (statement) => next(() => executeRaw(statement));
  return transaction;
}
