import type { DatabaseConnection, Dialect, Driver } from 'kysely';
import { diskFault } from './database-fault.ts';

function codeErrors(connection: DatabaseConnection): void {
  const execute = connection.executeQuery.bind(connection);
  connection.executeQuery = async (query, options) => {
    try {
      return await execute(query, options);
    } catch (error) {
      throw diskFault(error) ?? error;
    }
  };
}

/** Begin, commit and savepoints go through the connection too, so it is the one place. */
function codedDriver(driver: Driver): Driver {
  const seen = new WeakSet<DatabaseConnection>();
  const acquire = driver.acquireConnection.bind(driver);
  driver.acquireConnection = async (options) => {
    const connection = await acquire(options);
    if (!seen.has(connection)) {
      seen.add(connection);
      codeErrors(connection);
    }
    return connection;
  };
  return driver;
}

/** The same database, whose statements throw the Fault `TDM-B-DISK` when its disk is full. */
export function codedDialect(dialect: Dialect): Dialect {
  return {
    createDriver: () => codedDriver(dialect.createDriver()),
    createAdapter: () => dialect.createAdapter(),
    createQueryCompiler: () => dialect.createQueryCompiler(),
    createIntrospector: (db) => dialect.createIntrospector(db),
  };
}
