-- Progress of every target up to a day, from the data set that `ketnap export --format parquet` writes: the figures
-- that `ketnap progress` gives. The tests run this very text in DuckDB and in Spark. The tables are views over the
-- folders of their names (see DATASET.md). Alter the day in the first line. Whole numbers are divided as
-- `round((a - a % b) / b)`: what is divided has no rest, so nothing is rounded, whatever an engine makes of `/`.
with asked as (select date '2026-10-01' as day),
-- Totals that lie wholly inside a target's period and end by the day asked about.
inside as (
  select t.position, r.id, r.organization, r.first_day, r.last_day, r.count, r.overlap
  from targets t
  join lines l on l.above = t.organization
  join results r on r.organization = l.organization and r.indicator = t.indicator
  cross join asked
  where r.first_day >= t.first_day and r.last_day <= t.last_day and r.last_day <= asked.day
),
-- Of two totals the one that has the other in it, as a person said.
totals as (
  select i.position, sum(i.count) as counted
  from inside i
  where not exists (
    select 1 from inside o
    join lines l on l.above = o.organization and l.organization = i.organization
    where o.position = i.position and o.id <> i.id and o.overlap = 'includes'
      and o.first_day <= i.first_day and o.last_day >= i.last_day
      and not (i.overlap = 'includes' and i.first_day <= o.first_day and i.last_day >= o.last_day
               and i.organization = o.organization and i.id < o.id)
  )
  group by i.position
),
-- People of the organization and everything below it, with the day on which they count.
people as (
  select t.position, t.first_day, t.last_day, t.indicator, c.cell, c.application, c.ceremony, c.ended, c.ended_because,
    case t.indicator
      when 'admissions' then case o.counting_day when 'decision' then c.decision else c.ceremony end
      when 'introductions' then c.introduced
      when 'class' then c.sent_to_class
      when 'recognitions' then c.recognition
    end as counts_on
  from targets t
  join organizations o on o.id = t.organization
  join lines l on l.above = t.organization
  join candidates c on c.cell = l.organization
),
dated as (
  select p.position, count(*) as counted
  from people p cross join asked
  where p.counts_on between p.first_day and p.last_day and p.counts_on <= asked.day
    and not exists (
      select 1 from inside i
      join lines l on l.above = i.organization and l.organization = p.cell
      where i.position = p.position and i.overlap = 'includes' and p.counts_on between i.first_day and i.last_day
    )
  group by p.position
),
waiting as (
  select p.position, count(*) as pending
  from people p cross join asked
  where (p.counts_on is null or p.counts_on > asked.day)
    and case p.indicator when 'recognitions' then p.ceremony else p.application end <= least(asked.day, p.last_day)
    and not ((p.ended is not null or p.ended_because is not null) and (p.ended is null or p.ended <= asked.day))
  group by p.position
),
-- Members on the latest day on or before the one that a percent is taken of.
bases as (
  select t.position, h.members,
    row_number() over (partition by t.position order by h.day desc, h.members desc) as place
  from targets t
  cross join asked
  join headcounts h on h.organization = t.organization
    and h.day <= case t.base_day when 'period_start' then t.first_day else asked.day end
  where t.base_day is not null and h.members is not null
),
-- The lower bound as a fraction: percents have four decimals at most. Days are counted, both ends included, as the span
-- from one moment to another; half a day more keeps an hour by which a clock is set forward out of it.
stands as (
  select t.*, asked.day as as_of, b.members as base,
    coalesce(d.counted, 0) + coalesce(s.counted, 0) as counted,
    case when t.indicator in ('admissions', 'recognitions') then coalesce(w.pending, 0) end as pending,
    case when t.base_day is null then t.least else t.percent_e4 * b.members end as low,
    case when t.base_day is null then 1 else 1000000 end as low_of,
    extract(day from cast(t.last_day as timestamp) + interval '36' hour - cast(t.first_day as timestamp)) as days,
    greatest(0, extract(day from cast(least(asked.day, t.last_day) as timestamp) + interval '36' hour
      - cast(t.first_day as timestamp))) as elapsed
  from targets t
  cross join asked
  left join dated d on d.position = t.position
  left join totals s on s.position = t.position
  left join waiting w on w.position = t.position
  left join bases b on b.position = t.position and b.place = 1
),
bounds as (
  select *,
    -- Whole, upwards.
    cast(round((low + low_of - 1 - (low + low_of - 1) % low_of) / low_of) as bigint) as lower_count
  from stands
),
-- Dividends and divisors of what is told in tenths, halves away from zero.
parts as (
  select *,
    coalesce(most, lower_count) as upper_count,
    2 * 1000 * counted * low_of + low as percent, case when low > 0 then 2 * low end as percent_by,
    2 * 1000 * counted + most as percent_of_upper, case when most > 0 then 2 * most end as percent_of_upper_by,
    2 * 1000 * counted + base as share_of_base, case when base > 0 then 2 * base end as share_of_base_by,
    2 * 10 * low * elapsed + low_of * days as expected, 2 * low_of * days as expected_by
  from bounds
)
select position, id, organization, indicator, first_day, last_day, counted, pending,
  cast(round((percent - percent % percent_by) / percent_by) as bigint) as percent_tenths,
  cast(round((percent_of_upper - percent_of_upper % percent_of_upper_by) / percent_of_upper_by) as bigint) as percent_of_upper_tenths,
  cast(round((share_of_base - share_of_base % share_of_base_by) / share_of_base_by) as bigint) as share_of_base_tenths,
  case when low > 0 then greatest(0, counted - upper_count) end as over,
  case when low > 0 then greatest(0, lower_count - counted) end as short,
  cast(round((expected - expected % expected_by) / expected_by) as bigint) as expected_tenths,
  case
    when low is null or low = 0 then 'not_computable'
    when counted > upper_count then 'exceeded'
    when counted * low_of >= low then 'met'
    when as_of > last_day then 'missed'
    when counted * low_of * days >= low * elapsed then 'on_pace'
    else 'behind'
  end as status
from parts
order by position;
