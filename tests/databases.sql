-- How a PostgreSQL database under test is emptied, or made again as it was kept: many times
-- quicker than truncating every table. No key forbids the order, and whoever else is connected,
-- perhaps holding a lock by mistake, is cut off.
CREATE SCHEMA aside;

CREATE VIEW aside.tables AS
SELECT tablename AS name FROM pg_tables
WHERE schemaname = 'public' AND tablename <> 'alembic_version';

CREATE VIEW aside.numbers AS
SELECT format('public.%I', sequencename) AS name, start_value, last_value FROM pg_sequences
WHERE schemaname = 'public';

CREATE FUNCTION aside.delete_all() RETURNS void LANGUAGE plpgsql AS $$
DECLARE it text;
BEGIN
    PERFORM pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid();
    SET LOCAL session_replication_role = replica;
    FOR it IN SELECT name FROM aside.tables LOOP
        EXECUTE format('DELETE FROM public.%I', it);
    END LOOP;
END $$;

CREATE FUNCTION aside.empty() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    PERFORM aside.delete_all();
    PERFORM setval(name, start_value, false) FROM aside.numbers WHERE last_value IS NOT NULL;
END $$;

CREATE FUNCTION aside.keep() RETURNS void LANGUAGE plpgsql AS $$
DECLARE it text;
BEGIN
    DROP SCHEMA IF EXISTS kept CASCADE;
    CREATE SCHEMA kept;
    FOR it IN SELECT name FROM aside.tables LOOP
        EXECUTE format('CREATE TABLE kept.%1$I AS TABLE public.%1$I', it);
    END LOOP;
    CREATE TABLE kept.all_numbers AS TABLE aside.numbers;
END $$;

CREATE FUNCTION aside.bring_back() RETURNS void LANGUAGE plpgsql AS $$
DECLARE it text;
BEGIN
    PERFORM aside.delete_all();
    FOR it IN SELECT name FROM aside.tables LOOP
        EXECUTE format('INSERT INTO public.%1$I TABLE kept.%1$I', it);
    END LOOP;
    PERFORM setval(name, coalesce(last_value, start_value), last_value IS NOT NULL)
    FROM kept.all_numbers;
END $$;
