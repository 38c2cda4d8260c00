<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:f="urn:siglum:function" xmlns:fp="urn:siglum:function:private"
  expand-text="yes" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <!--
    Dates by att.datable (Guidelines ND.4), with the W3C's attributes or ISO's: in words for a
    reader, and as the first day for sorting.
  -->
  <xsl:include href="text/words.xsl"/>

  <!-- The values that are dates of the Gregorian calendar, by name: when, from, notBefore, … -->
  <xsl:function name="fp:limits" as="map(xs:string, xs:string)">
    <xsl:param name="date" as="element()"/>
    <xsl:map>
      <xsl:for-each select="'when', 'from', 'to', 'notBefore', 'notAfter'">
        <xsl:variable name="name" select="."/>
        <xsl:variable name="iso" select="$date/@*[local-name() eq $name || '-iso']"/>
        <xsl:for-each select="
          ($date/@*[local-name() eq $name], $iso ! fp:from-iso(.))
          ! normalize-space(.)[matches(., $fp:date-form)]">
          <xsl:if test="position() eq 1"><xsl:map-entry key="$name" select="."/></xsl:if>
        </xsl:for-each>
      </xsl:for-each>
    </xsl:map>
  </xsl:function>

  <!-- A year, month or day with or without a time; also a day without a year (- -05-01). -->
  <xsl:variable name="fp:date-form" as="xs:string"
    select="'^(-?[0-9]{4,9}(-[0-9]+){0,2}|--[0-9]+(-[0-9]+)?|---[0-9]+)(T.*|Z)?$'"/>

  <!-- ISO 8601 has a year 0, the year 1 before Christ; the W3C's form does not. -->
  <xsl:function name="fp:from-iso" as="xs:string">
    <xsl:param name="value" as="xs:string"/>
    <xsl:variable name="year" select="replace($value, '^(-?[0-9]{4,9}).*$', '$1', 's')"/>
    <xsl:sequence select="
      if (not(matches($year, '^(-[0-9]{4,9}|0000)$'))) then $value
      else format-number(xs:integer($year) - 1, '0000;-0000')
        || substring($value, string-length($year) + 1)"/>
  </xsl:function>

  <!-- Limits in words, short: "1963-12 to 1964-07", "between 1964-05-01 and 1964-05-30". -->
  <xsl:function name="f:dating" as="xs:string?">
    <xsl:param name="date" as="element()"/>
    <xsl:variable name="limits" as="map(*)" select="fp:limits($date)"/>
    <xsl:if test="map:size($limits) gt 0">
      <xsl:sequence select="fp:worded($limits, false())"/>
    </xsl:if>
  </xsl:function>

  <!-- The same for a heading: "May 31, 1964", "c. 1750". A time of day is omitted. -->
  <xsl:function name="f:dating-in-words" as="xs:string">
    <xsl:param name="date" as="element()"/>
    <xsl:variable name="words" select="fp:worded(fp:limits($date), true())"/>
    <xsl:sequence select="
      if (f:is-approximate($date)) then f:say('date.circa', map{'date': $words}) else $words"/>
  </xsl:function>

  <!--
    The words of a date that has none of its own; in brackets among words of the source. Empty for
    other dates.
  -->
  <xsl:function name="f:words-for-date" as="xs:string?">
    <xsl:param name="date" as="element()"/>
    <xsl:for-each select="$date[empty(node())] ! f:dating-in-words(.)[. ne '']">
      <xsl:variable name="is-running" as="xs:boolean" select="
        exists($date/parent::dateline) or exists($date/../text()[normalize-space() ne ''])"/>
      <xsl:variable name="adjoins" as="xs:boolean"
        select="exists($date/preceding-sibling::node()[1][matches(., '\S$')])"/>
      <xsl:sequence select="
        ' '[$adjoins] || (if ($is-running) then '[' || . || ']' else .)"/>
    </xsl:for-each>
  </xsl:function>

  <!-- Whether the file states that a date is approximate: "c. 1750". -->
  <xsl:function name="f:is-approximate" as="xs:boolean">
    <xsl:param name="date" as="element()"/>
    <xsl:sequence select="$date/@precision = ('low', 'medium') or exists($date/precision)"/>
  </xsl:function>

  <xsl:function name="fp:worded" as="xs:string">
    <xsl:param name="limits" as="map(*)"/>
    <xsl:param name="long" as="xs:boolean"/>
    <xsl:variable name="whole" as="xs:string?" select="fp:whole-span($limits)"/>
    <xsl:variable name="days" as="map(*)" select="
      if ($whole) then map{'when': fp:day-in-words($whole, $long)}
      else map:merge(map:keys($limits) ! map{.: fp:day-in-words($limits(.), $long)})"/>
    <xsl:variable name="first" select="($days?from, $days?notBefore)[1]"/>
    <xsl:variable name="last" select="($days?to, $days?notAfter)[1]"/>
    <xsl:variable name="key" select="
      if (exists($first) and exists($last))
      then (if (map:contains($days, 'from') and map:contains($days, 'to')) then 'range'
      else 'between')
      else if (map:contains($days, 'from')) then 'from'
      else if (exists($first)) then 'after'
      else if (map:contains($days, 'to')) then 'to' else 'before'"/>
    <xsl:sequence select="(
      $days?when,
      f:say('date.' || $key, map{'from': string($first), 'to': string($last)}))[1]"/>
  </xsl:function>

  <!-- "1750-06" for a time between its first and its last day, "1750" for one within the year. -->
  <xsl:function name="fp:whole-span" as="xs:string?">
    <xsl:param name="limits" as="map(*)"/>
    <xsl:variable name="first" select="string($limits?notBefore)"/>
    <xsl:variable name="last" select="string($limits?notAfter)"/>
    <xsl:variable name="year" select="replace($first, '-01-01$', '')"/>
    <xsl:variable name="month" select="replace($first, '-01$', '')"/>
    <xsl:sequence select="
      if (not(matches($first, '^-?[0-9]{4,}-[0-9]{2}-01$')) or map:contains($limits, 'when'))
        then ()
      else if ($year ne $first and $last eq $year || '-12-31') then $year
      else if (starts-with($last, $month || '-') and fp:is-last-of-month($last)) then $month
      else ()"/>
  </xsl:function>

  <xsl:function name="fp:is-last-of-month" as="xs:boolean">
    <xsl:param name="day" as="xs:string"/>
    <xsl:sequence select="
      $day castable as xs:date
      and day-from-date(xs:date($day) + xs:dayTimeDuration('P1D')) eq 1"/>
  </xsl:function>

  <!--
    `1964-05-31` is "May 31, 1964" (short: unchanged), `1964-05` "May 1964", `-0043` "43 BCE", in
    the language of the interface.
  -->
  <xsl:function name="fp:day-in-words" as="xs:string">
    <xsl:param name="value" as="xs:string"/>
    <xsl:param name="long" as="xs:boolean"/>
    <xsl:variable name="bce" select="matches($value, '^-[0-9]') or starts-with($value, '0000')"/>
    <xsl:variable name="parts" select="
      tokenize(replace(if ($bce) then replace($value, '^-', '') else $value, '(T.*|Z)$', '', 's'),
      '-')"/>
    <xsl:choose>
      <xsl:when test="starts-with($value, '--')">
        <xsl:sequence select="$value"/>
      </xsl:when>
      <xsl:when test="not($long) and not($bce) and string-length($parts[1]) eq 4">
        <xsl:sequence select="translate($value, 'T', ' ')"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:variable name="number" select="replace($parts[1], '^0+([0-9])', '$1')"/>
        <xsl:variable name="year" select="
          if ($bce) then f:say('date.bce', map{'year': if ($number eq '0') then '1' else $number})
          else if (string-length($number) lt 3) then f:say('date.ce', map{'year': $number})
          else $number"/>
        <xsl:variable name="month" select="$parts[2][matches(., '^(0[1-9]|1[0-2])$')]"/>
        <xsl:sequence select="
          if (count($parts) eq 1) then $year
          else if (empty($month)) then translate($value, 'T', ' ')
          else f:say('date.' || (if ($parts[3] eq '01') then 'day.first'
            else ('', 'month', 'day')[count($parts)]), map{
            'year': $year,
            'month': f:say('month.' || $month),
            'day': string(number(($parts[3], '1')[1]))})"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- The year of a date: "1964", "44 BCE". -->
  <xsl:function name="f:year-in-words" as="xs:string">
    <xsl:param name="value" as="xs:string"/>
    <xsl:sequence select="fp:day-in-words(replace($value, '^(-?[0-9]{4,9}).*$', '$1', 's'),
      true())"/>
  </xsl:function>

  <!-- A date's text, else its limits, else its period or the form in another calendar. -->
  <xsl:function name="f:date-text" as="xs:string?">
    <xsl:param name="date" as="element()"/>
    <!-- A moment or a period as machines write it is no wording: "1963-05-13T11:00:01/1963-…". -->
    <xsl:sequence select="(
      f:words($date)[. ne ''][not(matches(.,
        '^[0-9]{4}-[0-9]{2}-[0-9]{2}(T\S+|/[0-9]{4}-[0-9]{2}-[0-9]{2}\S*)$')
        and f:is-dated($date))],
      f:dating-in-words($date)[f:is-dated($date)],
      $date/(@when-custom, @from-custom, @notBefore-custom)[1] ! string(.),
      f:period($date))[1]"/>
  </xsl:function>

  <!-- The name of a period, if the file gives it. -->
  <xsl:function name="f:period" as="xs:string?">
    <xsl:param name="date" as="element()"/>
    <xsl:sequence select="fp:called-there($date/@period)"/>
  </xsl:function>

  <!-- The meaning of a date, and its calendar: "1752-09-02 (Julian)". -->
  <xsl:function name="f:dating-and-calendar" as="xs:string?">
    <xsl:param name="date" as="element()"/>
    <xsl:variable name="dating" select="(
      f:dating($date),
      $date/(@when-custom, @from-custom, @notBefore-custom)[1] ! string(.))[1]"/>
    <xsl:sequence select="$dating ! string-join((., f:calendar($date) ! ('(' || . || ')')), ' ')"/>
  </xsl:function>

  <!-- The calendar of a date; empty for the Gregorian one. -->
  <xsl:function name="f:calendar" as="xs:string?">
    <xsl:param name="date" as="element()"/>
    <xsl:sequence select="
      fp:called-there(($date/@calendar, $date/@datingMethod)[1])
      [not(matches(., 'gregorian', 'i'))]"/>
  </xsl:function>

  <xsl:function name="fp:called-there" as="xs:string?">
    <xsl:param name="pointers" as="attribute()?"/>
    <xsl:for-each select="tokenize($pointers)[1]">
      <xsl:variable name="name" select="replace(., '^.*[#/:]', '', 's')"/>
      <xsl:variable name="entry" select="key('id', $name, root($pointers))[1]"/>
      <xsl:sequence select="(
        f:words(($entry/(p | label | desc | catDesc | name), $entry)[1])[. ne ''],
        $name[. ne ''])[1]"/>
    </xsl:for-each>
  </xsl:function>

  <!-- The first moment that a date allows, in the W3C's form; empty if there is none. -->
  <xsl:function name="f:earliest" as="xs:string?">
    <xsl:param name="date" as="element()"/>
    <!-- Most dates have @when alone: no map is made for them. -->
    <xsl:choose>
      <xsl:when test="matches($date/@when, $fp:date-form)">
        <xsl:sequence select="normalize-space($date/@when)"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:variable name="limits" as="map(*)" select="fp:limits($date)"/>
        <xsl:sequence select="
          ($limits?when, $limits?from, $limits?notBefore, $limits?to, $limits?notAfter)[1]"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <xsl:function name="f:is-dated" as="xs:boolean">
    <xsl:param name="date" as="element()"/>
    <xsl:sequence select="exists(f:earliest($date))"/>
  </xsl:function>
</xsl:stylesheet>
