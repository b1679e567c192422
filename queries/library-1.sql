-- library-1: the first form of the library: items, every version of each, and marks of deletion
-- parameters: none
-- result: a script; rows are only ever added to these tables

create table library (version integer not null, software varchar not null, made timestamp not null);

create table item (id varchar primary key, kind varchar not null, created timestamp not null);

create table version (
  item varchar not null,
  version integer not null,
  name varchar not null,
  note varchar not null,
  places varchar[] not null,
  count_id varchar,
  count_hash varchar,
  software varchar not null,
  document varchar not null,
  result varchar,
  saved timestamp not null,
  primary key (item, version)
);

create table mark (
  item varchar not null,
  turn integer not null,
  deleted boolean not null,
  made timestamp not null,
  primary key (item, turn)
);
