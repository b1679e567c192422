pragma journal_mode = off;
pragma synchronous = off;
create table line (place text, year text, agency text, flow text, amount integer);
.mode csv
.import lines.csv line
