-- published-counts: What have others published of what is spent in a place?
-- parameters: none
-- result: one row a published figure, by id
--   id VARCHAR  identifier
--   places VARCHAR[]  GSS codes and set:<id> of our places nearest to what was counted, sorted
--   place_as_published VARCHAR  the place as the source names it
--   year_as_published VARCHAR  the year as the source gives it
--   our_year VARCHAR  nearest year of this count
--   measure VARCHAR  total, head, share, agency or theme
--   part_as_published VARCHAR  agency or theme as the source names it; null for all spending
--   qualifier VARCHAR  stated, about, more_than, less_than, from or to
--   amount BIGINT  pounds, or pounds a head where measure is head; null where the figure is a share
--   ratio DOUBLE  share, 0 to 1; null where the figure is pounds
--   coverage VARCHAR  what the figure is known to hold
--   gross_or_net VARCHAR  gross, net or not stated
--   confidence VARCHAR  high, medium or low
--   our_scope VARCHAR[]  scope tags left out of this count to come nearest, sorted
--   our_definition VARCHAR  definition of local control a share is of; null where it is of a part
--   our_filter VARCHAR  part of this count it is of, as dimension=value,value; null for all
--   how_near VARCHAR  what remains different
--   publisher VARCHAR  publisher
--   title VARCHAR  title of the source
--   url VARCHAR  where it was read; null where it has no address
--   stored_copy VARCHAR  what is to be known of the copy read; null where nothing

select id, places, place_as_published, year_as_published, our_year, measure, part_as_published, qualifier,
  amount, ratio, coverage, gross_or_net, confidence, our_scope, our_definition, our_filter, how_near,
  publisher, title, url, stored_copy
from published_count order by id
