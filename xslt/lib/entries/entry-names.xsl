<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:siglum:function"
  xmlns:fp="urn:siglum:function:private"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <!-- The names of an entry: as pages show them, and as indexes file them. -->
  <xsl:include href="name-words.xsl"/>

  <!--
    The name of an entry: the first one that is not an abbreviation or by-form; for an entry without
    a name its identifier.
  -->
  <xsl:function name="f:name" as="xs:string">
    <xsl:param name="entry" as="element()"/>
    <xsl:sequence select="(fp:called($entry)[. ne ''], string($entry/@xml:id))[1]"/>
  </xsl:function>

  <xsl:function name="fp:called" as="xs:string">
    <xsl:param name="entry" as="element()"/>
    <!--
      Other content of a person, an organization, a place or an event, such as a note or
      coordinates, is not a name.
    -->
    <xsl:variable name="main" select="f:main-name($entry)[not(self::person or self::org
      or self::place or self::event)]"/>
    <!-- A published list gives "Helou, Charles", in one piece. -->
    <xsl:variable name="inverted" select="exists($main[self::persName][empty(*)])
      and contains($main, ',')"/>
    <xsl:sequence select="
      if ($inverted) then replace(f:line($main), '^([^,]+), ([^,]+)(, .*)?$', '$2 $1$3')
      else f:line($main ! f:name-words(.))"/>
  </xsl:function>

  <!-- The name under which an index files an entry: surname first, if the parts are known. -->
  <xsl:function name="f:sort-name" as="xs:string">
    <xsl:param name="entry" as="element()"/>
    <xsl:variable name="main" select="f:main-name($entry)[not(self::person or self::org
      or self::place or self::event)]"/>
    <xsl:variable name="parts" as="element()*">
      <xsl:perform-sort select="$main/*[@sort]"><xsl:sort
        select="number(@sort)"/></xsl:perform-sort>
    </xsl:variable>
    <xsl:variable name="surnames" select="$main/surname ! normalize-space(.)[. ne '']"/>
    <xsl:variable name="forenames" select="string-join($main/(forename | nameLink)
      ! normalize-space(.), ' ')"/>
    <xsl:sequence select="
      if (exists($parts)) then string-join($parts ! f:line(.), ', ')
      else if (exists($surnames))
      then string-join((string-join($surnames, ' '), $forenames[. ne ''], $main/genName
      ! normalize-space(.)[. ne '']), ', ')
      else (normalize-space($main)[. ne ''], string($entry/@xml:id))[1]"/>
  </xsl:function>

  <!-- The sort key of an entry in an index: from the file, else the name as it is filed. -->
  <xsl:function name="f:filing-name" as="xs:string">
    <xsl:param name="entry" as="element()"/>
    <xsl:sequence select="(
      ($entry/@sortKey, f:main-name($entry)/@sortKey)[normalize-space(.) ne ''] ! f:line(.),
      fp:without-article(f:sort-name($entry), $entry))[1]"/>
  </xsl:function>

  <!--
    Library catalogues pass over an article at the beginning: "The Times" is filed under T of Times.
    Articles of other languages only of names that state their language ("La Paz" is under L), and
    none of persons and places except the English "The".
  -->
  <xsl:variable name="fp:articles" as="map(xs:string, xs:string)" select="map{
    'en': 'an?', 'de': 'der|die|das|eine?', 'fr': 'les?|la|une?', 'es': 'el|las?|los|una?',
    'it': 'il|l[oae]|gli|i|una?', 'nl': 'de|het|een', 'pt': 'os?|as?|uma?'}"/>
  <xsl:function name="fp:without-article" as="xs:string">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="entry" as="element()"/>
    <xsl:variable name="language" select="(
      f:main-name($entry)/ancestor-or-self::*[@xml:lang][1]
        ! replace(lower-case(@xml:lang), '-.*$', ''), 'en')[1]"/>
    <xsl:variable name="further" select="
      $fp:articles($language)[empty($entry[self::person or self::personGrp or self::place])]"/>
    <xsl:sequence select="
      replace($name, '^(' || string-join(('the', $further), '|') || ')\s+(\S)', '$2', 'i')"/>
  </xsl:function>

  <!-- The elements with an entry's names, in the entry's order. -->
  <xsl:function name="f:names" as="element()*">
    <xsl:param name="entry" as="element()"/>
    <xsl:sequence select="
      if ($entry[self::persName or self::term]) then $entry
      else $entry/(persName | orgName | placeName | eventName | term | catDesc/term | form)"/>
  </xsl:function>

  <!-- The element with that name; the entry itself if no element in it is a name. -->
  <xsl:function name="f:main-name" as="element()">
    <xsl:param name="entry" as="element()"/>
    <xsl:variable name="names" select="f:names($entry)[normalize-space() ne '']"/>
    <xsl:sequence select="(
      $names[not(@type) or @type eq 'main'][not(@xml:lang)], $names,
      $entry/(name | rs | label | head | desc[$entry/self::event] | geogName | settlement
      | district | region | country | bloc | p | catDesc)[normalize-space() ne ''],
      $entry)[1]"/>
  </xsl:function>
</xsl:stylesheet>
