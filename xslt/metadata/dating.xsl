<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:siglum:function"
  xmlns:fp="urn:siglum:function:private" expand-text="yes"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <!--
    When and where a document was written. A date is a map:
      text       in the header's words
      inWords    the day or the limits written out in the language of the interface
      when       the day, month or year, where it is one
      start, end the first and the last day, month or year that it can be or that it lasted
      lasting    true where it lasted from start to end (@from, @to); false where it lies somewhere
      between (@notBefore, @notAfter)
      circa      true where it is only about that time
      certainty  as the header states it
    pipeline/formats/facts/dates.ts makes of it what formats write.
  -->

  <xsl:function name="f:date-facts" as="map(*)?">
    <xsl:param name="date" as="element()?"/>
    <xsl:for-each select="$date">
      <xsl:variable name="when" select="fp:day-of((@when, @when-iso)[1])"/>
      <xsl:variable name="start"
        select="($when, fp:day-of((@from, @from-iso, @notBefore, @notBefore-iso)[1]))[1]"/>
      <xsl:variable name="end"
        select="($when, fp:day-of((@to, @to-iso, @notAfter, @notAfter-iso)[1]))[1]"/>
      <xsl:sequence select="map{
        'text': f:words(.)[. ne ''],
        'inWords': f:dating-in-words(.)[exists(($start, $end))],
        'when': $when,
        'start': $start,
        'end': $end,
        'lasting': empty($when) and exists((@from, @from-iso, @to, @to-iso)),
        'circa': f:is-approximate(.),
        'certainty': f:folded(@cert)}"/>
    </xsl:for-each>
  </xsl:function>

  <!--
    A date without its time of day; empty for a value that is not a date of the Gregorian calendar.
    Years before Christ begin with a hyphen.
  -->
  <xsl:function name="fp:day-of" as="xs:string?">
    <xsl:param name="value" as="attribute()?"/>
    <xsl:sequence select="
        $value ! tokenize(normalize-space(.),
          'T')[1][matches(., '^-?[0-9]{4,}(-[0-9][0-9]){0,2}$')]"/>
  </xsl:function>

  <!-- The first place that a correspAction names. -->
  <xsl:function name="fp:named-place" as="element()?">
    <xsl:param name="actions" as="element()*"/>
    <xsl:sequence select="($actions/placeName)[f:folded(.)][1]"/>
  </xsl:function>

  <!--
    {text, entry, identifiers, coordinates, certainty}; coordinates: "latitude longitude" (WGS 84).
  -->
  <xsl:function name="f:place-facts" as="map(*)?">
    <xsl:param name="place" as="element()?"/>
    <xsl:for-each select="$place">
      <xsl:variable name="entry" select="f:entry(.)"/>
      <xsl:sequence select="map{
        'text': f:folded(.),
        'entry': ($entry ! string(@xml:id), f:entry-id(.))[1],
        'identifiers': array{f:identifiers($entry)},
        'pointers': array{f:pointers-outside(.)},
        'coordinates': f:point($entry),
        'certainty': f:folded(@cert)}"/>
    </xsl:for-each>
  </xsl:function>

  <!-- The date of publication: an attribute, or a year or day as ISO 8601 writes it. -->
  <xsl:function name="fp:published" as="xs:string?">
    <xsl:param name="publication" as="element(publicationStmt)*"/>
    <xsl:sequence select="(
      ($publication/date/(@when, @when-iso) ! normalize-space(.))[. ne ''],
      ($publication/date[empty(@*)] ! normalize-space(.))[matches(., '^\d{4}(-\d\d){0,2}$')])[1]"/>
  </xsl:function>
</xsl:stylesheet>
