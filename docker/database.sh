#!/bin/sh
# Makes the owner and the database of a network, where they are missing, as an administrator of PostgreSQL.
# The owner may do everything inside that database and nothing outside; accents and Arabic letters can be
# searched. Again it only sets the password anew.
# Asks for DATABASE_PASSWORD in the environment, where "npm run server:init" put it.
set -eu
: "${DATABASE_PASSWORD:?Run npm run server:init first, and give this script the settings it wrote.}"
psql --no-psqlrc --quiet --set=ON_ERROR_STOP=1 --username=postgres --dbname=postgres <<'SQL'
\getenv password DATABASE_PASSWORD
SELECT 'CREATE ROLE counterpart LOGIN' WHERE to_regrole('counterpart') IS NULL \gexec
SELECT 'CREATE ROLE counterpart_app NOLOGIN' WHERE to_regrole('counterpart_app') IS NULL \gexec
ALTER ROLE counterpart PASSWORD :'password';
SET client_min_messages = warning;
GRANT counterpart_app TO counterpart;
SELECT $$CREATE DATABASE counterpart OWNER counterpart TEMPLATE template0
  ENCODING 'UTF8' LOCALE_PROVIDER icu ICU_LOCALE 'und' LOCALE 'C.UTF-8'$$
  WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = 'counterpart') \gexec
SQL
