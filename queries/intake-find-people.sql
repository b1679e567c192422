-- intake-find-people: In which tables does the column of suppliers seem to name private people?
-- parameters: none
-- result: one row
--   Count BIGINT  findings added, one a table; no name stands in one

insert into finding
with supplier as (
  select part, supplier, min(row) as row, count(*) as rows from mapped where supplier is not null group by all
)
select 'warning', 'personal-name', supplier.part, min(row), any_value(header), null,
  sum(rows) || ' rows seem to name a private person as supplier. Names are kept here to find duplicates and go no further.',
  'Take them out at the source if they should not have been published.', sum(rows)
from supplier left join heading on heading.part = supplier.part and heading.meaning = 'supplier'
where regexp_matches(supplier, '^(mr|mrs|ms|miss|mx|dr|prof|rev|sir|dame)\.?\s+\S', 'i')
    and not regexp_matches(supplier, '\b(ltd|limited|llp|plc|inc|co|company|and son|& son|services|group|partners|practice|surgery)\b', 'i')
  or regexp_matches(supplier, '^[A-Z][a-z''-]+, (Mr|Mrs|Ms|Miss|Dr|[A-Z][a-z]+)( [A-Z]\.?)?$')
group by supplier.part
