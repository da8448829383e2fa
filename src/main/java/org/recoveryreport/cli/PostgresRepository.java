package org.recoveryreport.cli;

import com.zaxxer.hikari.HikariConfig;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The history of runs in a clinic's PostgreSQL, which may keep those of many output folders.
 *
 * @param settings how to reach it
 * @param folder what this output folder is called there
 */
record PostgresRepository(PostgresSettings settings, FolderId folder) implements Repository {
    @Override
    public HikariConfig pool() {
        HikariConfig pool = new HikariConfig();
        pool.setJdbcUrl(settings.url());
        pool.setDataSourceProperties(settings.driver());
        pool.setMinimumIdle(1);
        pool.setConnectionTimeout(20_000);
        return pool;
    }

    @Override
    public String owner() {
        return folder.value();
    }

    @Override
    public boolean exists() {
        return true;
    }

    @Override
    public @Nullable Lock tryLock() {
        return PostgresLock.tryLock(this);
    }

    @Override
    public Repository whileRunning(Path copies) {
        return this;
    }
}
