-- state: The tables a server reads, built once from the Parquet of a count package.
-- A script, not a question: run on a new file by server/count/build.ts, which sets variable `folder`.
-- Keys become ENUMs in sorted order, so that ordering by a key is ordering by its text; `off` is a bit set
-- of the scope tags of a line; `class` is the class of the first rule of local control that fits; `kind` is
-- what a rule of a reader's own can tell lines apart by, and grain keeps it.

create table financial_year as from read_parquet(getvariable('folder') || '/financial_year.parquet');
create table place as from read_parquet(getvariable('folder') || '/place.parquet');
create table place_set as from read_parquet(getvariable('folder') || '/place_set.parquet');
create table population as from read_parquet(getvariable('folder') || '/population.parquet');
create table agency as from read_parquet(getvariable('folder') || '/agency.parquet');
create table sector as from read_parquet(getvariable('folder') || '/sector.parquet');
create table function as from read_parquet(getvariable('folder') || '/function.parquet');
create table driver as from read_parquet(getvariable('folder') || '/driver.parquet');
create table rule as from read_parquet(getvariable('folder') || '/rule.parquet');
create table control_rule as from read_parquet(getvariable('folder') || '/control_rule.parquet');
create table control_class as from read_parquet(getvariable('folder') || '/control_class.parquet');
create table control_definition as from read_parquet(getvariable('folder') || '/control_definition.parquet');
create table source as from read_parquet(getvariable('folder') || '/source.parquet');
create table control_total as from read_parquet(getvariable('folder') || '/control_total.parquet');
create table missing as from read_parquet(getvariable('folder') || '/missing.parquet');

create table scope_tag as
  select tag, name, meaning, 1 << (row_number() over (order by tag) - 1)::integer as bit
  from read_parquet(getvariable('folder') || '/scope_tag.parquet');

create temp view raw as from read_parquet(getvariable('folder') || '/spend.parquet');

create type place_key as enum (
  select code from (select code from place union select 'not-placed' as code) order by code);
create type year_key as enum (select distinct year from raw order by year);
create type agency_key as enum (select id from agency order by id);
create type sector_key as enum (select id from sector order by id);
create type function_key as enum (select code from function order by code);
create type division_key as enum (select distinct division from function order by division);
create type programme_key as enum (select distinct programme from raw order by programme);
create type economic_key as enum ('capital', 'current', 'transfer_to_people');
create type flow_key as enum ('own', 'transfer_in', 'transfer_out');
create type basis_key as enum ('recorded', 'shared_out');
create type grade_key as enum ('A', 'B', 'C', 'D');
create type source_key as enum (select id from source order by id);
create type rule_key as enum (select id from rule order by id);
create type driver_key as enum (select distinct driver from driver order by driver);
create type file_key as enum (select distinct source_file from raw order by source_file);
create type control_rule_key as enum (select id from control_rule order by position);

create temp table combination as
  select distinct raw.agency, agency.sector, raw.function, programme, economic, finance,
    decides, holds, influences
  from raw join agency on agency.id = raw.agency;

create temp table test as
  select position, id, class,
    string_split(sector, '|') as sectors, string_split(agency, '|') as agencies,
    string_split(function, '|') as functions, string_split(programme, '|') as programmes,
    string_split(economic, '|') as economics, string_split(finance, '|') as finances,
    string_split(decides, '|') as deciders, string_split(holds, '|') as holders,
    string_split(influences, '|') as influencers
  from control_rule;

create temp table combination_class as
  select combination.*, arg_min(test.id, position) as control_rule, arg_min(class, position)::utinyint as class
  from combination join test on
    (sectors is null or list_contains(sectors, sector))
    and (agencies is null or list_contains(agencies, agency))
    and (functions is null or list_contains(functions, function))
    and (programmes is null or list_contains(programmes, programme))
    and (economics is null or list_contains(economics, economic))
    and (finances is null or list_contains(finances, finance))
    and (deciders is null or list_contains(deciders, decides))
    and (holders is null or list_contains(holders, holds))
    and (influencers is null or list_contains(influencers, influences))
  group by all;

create table kind as
  select (row_number() over (order by agency, function, economic, finance, decides, holds, control_rule))::integer
    as kind, *
  from (select distinct agency, sector, function, economic, finance, decides, holds, control_rule, class
    from combination_class);

create temp table tagging as
  select tags, grade, coalesce(bit_or(bit), 0)::integer as off
  from (select distinct tags, grade from raw)
  left join scope_tag on list_contains(tags, tag) or (tag = 'grade-d' and grade = 'D')
  group by all;

create table line as
  select line, place::place_key as place, year::year_key as year, raw.agency::agency_key as agency,
    combination_class.sector::sector_key as sector, raw.function::function_key as function,
    function.division::division_key as division, raw.programme::programme_key as programme,
    raw.economic::economic_key as economic, flow::flow_key as flow, measure, phase, amount,
    basis::basis_key as basis, driver::driver_key as driver, weight, whole,
    raw.grade::grade_key as grade, function_grade::grade_key as function_grade,
    raw.decides, raw.holds, raw.influences, raw.finance, raw.tags, tagging.off,
    source::source_key as source, source_file::file_key as source_file, source_row, source_column,
    rule::rule_key as rule, combination_class.class,
    combination_class.control_rule::control_rule_key as control_rule, kind.kind
  from raw
  join function on function.code = raw.function
  join tagging on tagging.tags = raw.tags and tagging.grade = raw.grade
  left join combination_class on combination_class.agency = raw.agency and combination_class.function = raw.function
    and combination_class.programme = raw.programme and combination_class.economic = raw.economic
    and combination_class.finance = raw.finance and combination_class.decides = raw.decides
    and combination_class.holds = raw.holds and combination_class.influences = raw.influences
  left join kind on kind.agency = raw.agency and kind.function = raw.function and kind.economic = raw.economic
    and kind.finance = raw.finance and kind.decides = raw.decides and kind.holds = raw.holds
    and kind.control_rule = combination_class.control_rule
  order by year, place, agency, line;

create table grain as
  select place, year, agency, sector, function, division, economic, basis, grade, class, off, flow, source,
    kind, sum(amount)::bigint as amount, count(*)::integer as lines
  from line
  group by all
  order by place, year, agency, function, source;

create table state as select getvariable('version') as version, getvariable('hash') as hash;
