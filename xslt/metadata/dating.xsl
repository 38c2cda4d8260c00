<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:siglum:function" xmlns:fp="urn:siglum:function:private" expand-text="yes"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <!--
    When and where a document was written. A date is a map:
      text       in the header's words
      words      for a citation: the day written out where it is known, else in the header's words
      when       the day, month or year, where it is one
      start, end the first and the last day, month or year that it can be or that it lasted; both are `when` where that is given
      lasting    true where it lasted from start to end (@from, @to); false where it lies somewhere between (@notBefore, @notAfter)
      range      for formats that only know intervals: `1964-05-01/1964-05-30`, `1964-05`; an unknown limit is `..`
      edtf       Extended Date/Time Format (ISO 8601-2:2019), level 2: `1963-12/1964-07` lasted, `[1964-05-01..1964-05-30]` is one day of these
      certainty  as the header states it
  -->

  <xsl:function name="f:document-date" as="element()?">
    <xsl:param name="header" as="element(teiHeader)"/>
    <xsl:sequence select="($header/profileDesc/creation/date, $header/fileDesc/sourceDesc//origDate,
      $header/profileDesc/correspDesc/correspAction[@type = 'sent']/date)[f:folded(.) or @when or @from or @to or @notBefore or @notAfter][1]"/>
  </xsl:function>

  <xsl:function name="f:date-facts" as="map(*)?">
    <xsl:param name="date" as="element()?"/>
    <xsl:for-each select="$date">
      <xsl:variable name="when" select="fp:day-of(@when)"/>
      <xsl:variable name="start" select="($when, fp:day-of((@from, @notBefore)[1]))[1]"/>
      <xsl:variable name="end" select="($when, fp:day-of((@to, @notAfter)[1]))[1]"/>
      <xsl:variable name="lasting" select="empty($when) and exists((@from, @to))"/>
      <xsl:variable name="known" select="exists(($start, $end))"/>
      <xsl:sequence select="map{
        'text': (f:folded(.), string-join(distinct-values(($start, $end)), '–')[. ne ''])[1],
        'words': fp:citable-date(., $when, $start, $end),
        'when': $when,
        'start': $start,
        'end': $end,
        'lasting': $lasting,
        'range': ($when, (($start, '..')[1] || '/' || ($end, '..')[1])[$known])[1],
        'edtf': ($when, fp:edtf($start, $end, $lasting)[$known])[1],
        'certainty': f:folded(@cert)}"/>
    </xsl:for-each>
  </xsl:function>

  <!-- Limits that are only inferred are worded by the header, which may say more: "May 1964, before the 31st". -->
  <xsl:function name="fp:citable-date" as="xs:string?">
    <xsl:param name="date" as="element()"/>
    <xsl:param name="when" as="xs:string?"/>
    <xsl:param name="start" as="xs:string?"/>
    <xsl:param name="end" as="xs:string?"/>
    <xsl:sequence select="
      if (exists($when) or (exists($date/@from) and exists($date/@to))) then f:dating-in-words($date)
      else (f:folded($date), f:dating-in-words($date)[exists(($start, $end))])[1]"/>
  </xsl:function>

  <xsl:function name="fp:edtf" as="xs:string">
    <xsl:param name="start" as="xs:string?"/>
    <xsl:param name="end" as="xs:string?"/>
    <xsl:param name="lasting" as="xs:boolean"/>
    <xsl:sequence select="if ($lasting) then ($start, '..')[1] || '/' || ($end, '..')[1] else '[' || $start || '..' || $end || ']'"/>
  </xsl:function>

  <!-- A date without its time of day; a value that is no W3C date of the Gregorian calendar is none. -->
  <xsl:function name="fp:day-of" as="xs:string?">
    <xsl:param name="value" as="attribute()?"/>
    <xsl:sequence select="$value ! tokenize(normalize-space(.), 'T')[1][matches(., '^[0-9]{4}(-[0-9][0-9]){0,2}$')]"/>
  </xsl:function>

  <xsl:function name="f:origin-place" as="element()?">
    <xsl:param name="header" as="element(teiHeader)"/>
    <xsl:sequence select="($header/fileDesc/sourceDesc//origPlace, $header/profileDesc/creation/placeName,
      $header/profileDesc/correspDesc/correspAction[@type = 'sent']/placeName)[f:folded(.)][1]"/>
  </xsl:function>

  <!-- {text, entry, address, identifiers, coordinates, certainty}; coordinates: "latitude longitude" (WGS 84). -->
  <xsl:function name="f:place-facts" as="map(*)?">
    <xsl:param name="place" as="element()?"/>
    <xsl:for-each select="$place">
      <xsl:variable name="entry" select="f:entry(.)"/>
      <xsl:sequence select="map{
        'text': f:folded(.),
        'entry': $entry ! string(@xml:id),
        'address': $entry ! f:absolute($f:places?entries?(string(@xml:id))),
        'identifiers': array{f:identifiers($entry)},
        'coordinates': f:point($entry),
        'certainty': f:folded(@cert)}"/>
    </xsl:for-each>
  </xsl:function>
</xsl:stylesheet>
