#!/bin/sh
# Makes the owner and the database of a network, once, as an administrator of PostgreSQL. The owner may
# do everything inside that database and nothing outside; accents and Arabic letters can be searched.
# Asks for DATABASE_PASSWORD in the environment, where "npm run server:init" put it.
set -eu
: "${DATABASE_PASSWORD:?Run npm run server:init first, and give this script the settings it wrote.}"
psql --no-psqlrc --quiet --set=ON_ERROR_STOP=1 --username=postgres --dbname=postgres <<'SQL'
\getenv password DATABASE_PASSWORD
CREATE ROLE counterpart LOGIN PASSWORD :'password';
CREATE ROLE counterpart_app NOLOGIN;
GRANT counterpart_app TO counterpart;
CREATE DATABASE counterpart OWNER counterpart TEMPLATE template0
  ENCODING 'UTF8' LOCALE_PROVIDER icu ICU_LOCALE 'und' LOCALE 'C.UTF-8';
SQL
