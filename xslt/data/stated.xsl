<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:siglum:function" xmlns:fp="urn:siglum:function:private" xmlns:m="urn:siglum:mode"
  default-mode="m:data" expand-text="yes"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <!--
    Entries that a text implies without an authority file: dates, and cited sources. All mentions of
    one day are one entry, and all citations of one source. Identifiers of dates:
    ../lib/entries/index-ids.xsl.
  -->

  <!-- Only a reader can resolve "ibid.". -->
  <xsl:template mode="m:index-id" match="bibl[contains(lower-case(.), 'ibid')][matches(.,
    '(^|[^a-z])ibid([^a-z]|$)', 'i')]" priority="1"/>
  <xsl:template mode="m:index-id" match="bibl[normalize-space() ne '']" as="xs:string">
    <xsl:sequence select="string-join(('source', @type, fp:source-key(.)), '-')"/>
  </xsl:template>

  <!-- The implied entries of a text, each once. -->
  <xsl:function name="f:stated-entries" as="map(*)*">
    <xsl:param name="text" as="element()*"/>
    <!-- A date may refer to an entry without a value. -->
    <xsl:for-each-group select="$text//(date[matches(f:earliest(.), '^-?[0-9]{4}')] | bibl)"
      group-by="f:index-id(.)">
      <xsl:apply-templates mode="m:stated" select=".">
        <xsl:with-param name="id" select="current-grouping-key()"/>
      </xsl:apply-templates>
    </xsl:for-each-group>
  </xsl:function>

  <xsl:mode name="m:stated" on-no-match="shallow-skip"/>
  <xsl:template mode="m:stated" match="date" as="map(*)">
    <xsl:param name="id" as="xs:string"/>
    <xsl:variable name="day" select="f:earliest(.)"/>
    <xsl:sequence select="
      fp:stated($id, 'date', (), f:dating-in-words(.), fp:date-key($id), $day,
      f:year-in-words($day))"/>
  </xsl:template>
  <xsl:template mode="m:stated" match="bibl" as="map(*)">
    <xsl:param name="id" as="xs:string"/>
    <xsl:variable name="name" select="fp:source-name(.)"/>
    <xsl:variable name="group" select="f:say-or('source.' || (@type, 'other')[1], string((@type,
      f:say('source.other'))[1]))"/>
    <xsl:sequence select="fp:stated($id, 'source', @type ! string(.), $name, fp:source-key(.),
      $name, $group)"/>
  </xsl:template>

  <!-- An entry in the form of f:entries, with a name only. -->
  <xsl:function name="fp:stated" as="map(*)">
    <xsl:param name="id" as="xs:string"/>
    <xsl:param name="kind" as="xs:string"/>
    <xsl:param name="type" as="xs:string?"/>
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="address-name" as="xs:string"/>
    <xsl:param name="filed-as" as="xs:string"/>
    <xsl:param name="group" as="xs:string"/>
    <xsl:sequence select="map{
      'id': $id, 'kind': $kind, 'type': $type, 'name': $name, 'addressName': $address-name,
      'sortName': $name, 'filedAs': $filed-as, 'group': $group,
      'birth': (), 'death': (), 'coordinates': (),
      'names': [], 'offices': [], 'affiliations': [], 'descriptions': [], 'within': [],
      'identifiers': []}"/>
  </xsl:function>

  <!--
    A numbered message by number and day, since its words differ from citation to citation; else the
    words of the citation.
  -->
  <xsl:function name="fp:source-name" as="xs:string">
    <xsl:param name="bibl" as="element(bibl)"/>
    <xsl:variable name="message" select="fp:number($bibl) ! (f:say-or('source.' || $bibl/@type
      || '.one', string($bibl/@type)) || ' ' || .)"/>
    <xsl:sequence select="
      if ($message) then string-join(($message, ($bibl/date)[1] ! f:dating-in-words(.)), ', ')
      else fp:words($bibl)"/>
  </xsl:function>

  <!--
    The same without words of the interface, so that identifier and address are the same in every
    language.
  -->
  <xsl:function name="fp:source-key" as="xs:string">
    <xsl:param name="bibl" as="element(bibl)"/>
    <xsl:variable name="message" select="fp:number($bibl) ! ($bibl/@type || ' ' || .)"/>
    <xsl:sequence select="
      if ($message) then string-join(($message, ($bibl/date)[1] ! f:index-id(.) ! fp:date-key(.)),
      ' ') else fp:words($bibl)"/>
  </xsl:function>

  <xsl:function name="fp:date-key" as="xs:string">
    <xsl:param name="id" as="xs:string"/>
    <xsl:sequence select="replace($id, '^date-(when-)?', '')"/>
  </xsl:function>

  <!-- The number of a message, which has the citation's own type: telegram, cable. -->
  <xsl:function name="fp:number" as="xs:string?">
    <xsl:param name="bibl" as="element(bibl)"/>
    <xsl:sequence select="$bibl/idno[@type eq $bibl/@type][1] ! normalize-space(.)"/>
  </xsl:function>

  <xsl:function name="fp:words" as="xs:string">
    <xsl:param name="bibl" as="element(bibl)"/>
    <xsl:sequence select="replace(f:running-text($bibl), '[.,;]+$', '')"/>
  </xsl:function>
</xsl:stylesheet>
