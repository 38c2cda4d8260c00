<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:siglum:function" xmlns:fp="urn:siglum:function:private" expand-text="yes"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <!-- Dates as att.datable gives them (Guidelines ND.4): in words for a reader, and as the first day for sorting. -->

  <!-- The limits of a date in words: "1963-12 to 1964-07", "between 1964-05-01 and 1964-05-30". -->
  <xsl:function name="f:dating" as="xs:string?">
    <xsl:param name="date" as="element()"/>
    <xsl:choose>
      <xsl:when test="$date/@when">{fp:plain($date/@when)}</xsl:when>
      <xsl:when test="$date/@from and $date/@to">
        <xsl:sequence select="f:say('date.range', map{'from': fp:plain($date/@from), 'to': fp:plain($date/@to)})"/>
      </xsl:when>
      <xsl:when test="$date/@notBefore and $date/@notAfter">
        <xsl:sequence select="f:say('date.between', map{'from': fp:plain($date/@notBefore), 'to': fp:plain($date/@notAfter)})"/>
      </xsl:when>
      <xsl:when test="$date/(@from | @notBefore)">
        <xsl:sequence select="f:say('date.from', map{'from': fp:plain($date/(@from | @notBefore)[1])})"/>
      </xsl:when>
      <xsl:when test="$date/(@to | @notAfter)">
        <xsl:sequence select="f:say('date.to', map{'to': fp:plain($date/(@to | @notAfter)[1])})"/>
      </xsl:when>
    </xsl:choose>
  </xsl:function>

  <!-- The same for a heading: "May 31, 1964", "September 1963 to December 1963". A time of day is left aside. -->
  <xsl:function name="f:dating-in-words" as="xs:string">
    <xsl:param name="date" as="element()"/>
    <xsl:variable name="days" select="map:merge($date/(@when, @from, @to, @notBefore, @notAfter) ! map{local-name(): fp:day-in-words(.)})" xmlns:map="http://www.w3.org/2005/xpath-functions/map"/>
    <xsl:variable name="first" select="($days?from, $days?notBefore)[1]"/>
    <xsl:variable name="last" select="($days?to, $days?notAfter)[1]"/>
    <xsl:variable name="key" select="
      if (exists($first) and exists($last)) then ('range'[exists($days?from)], 'between')[1] else if (exists($first)) then 'from' else 'to'"/>
    <xsl:sequence select="($days?when, f:say('date.' || $key, map{'from': string($first), 'to': string($last)}))[1]"/>
  </xsl:function>

  <!-- `1964-05-31` is "May 31, 1964", `1964-05` "May 1964", in the language of the interface. -->
  <xsl:function name="fp:day-in-words" as="xs:string">
    <xsl:param name="value" as="attribute()"/>
    <xsl:variable name="parts" select="tokenize(replace($value, 'T.*', ''), '-')"/>
    <xsl:variable name="known" select="matches($value, '^[0-9]{4}(-[0-9][0-9]){0,2}(T|$)')"/>
    <xsl:sequence select="
      if (not($known) or count($parts) eq 1) then replace($value, 'T.*', '')
      else f:say('date.' || ('', 'month', 'day')[count($parts)], map{
        'year': $parts[1], 'month': f:say('month.' || $parts[2]), 'day': string(number(($parts[3], '1')[1]))})"/>
  </xsl:function>

  <!-- A date's text, else its limits. -->
  <xsl:function name="f:date-text" as="xs:string?">
    <xsl:param name="date" as="element()"/>
    <xsl:sequence select="(normalize-space($date)[. ne ''], f:dating($date))[1]"/>
  </xsl:function>

  <!-- The first moment that a date can mean, as written; empty where it says none. -->
  <xsl:function name="f:earliest" as="xs:string?">
    <xsl:param name="date" as="element()"/>
    <xsl:sequence select="$date/(@when, @from, @notBefore, @to, @notAfter)[1] ! string(.)"/>
  </xsl:function>

  <!-- `1964-05-31T17:39:00` is read more easily with a space. -->
  <xsl:function name="fp:plain" as="xs:string">
    <xsl:param name="value" as="attribute()"/>
    <xsl:sequence select="translate($value, 'T', ' ')"/>
  </xsl:function>
</xsl:stylesheet>
