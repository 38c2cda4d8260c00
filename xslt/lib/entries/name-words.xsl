<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:siglum:function"
  xmlns:fp="urn:siglum:function:private"
  xmlns:m="urn:siglum:mode" expand-text="yes"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <!--
    The words of a name. Adjoining parts without white space are separated as a reader expects:
    "Bach, Johann" if the surname comes first, else by a space; not after an apostrophe or a hyphen
    (d'Alembert).
  -->
  <xsl:function name="f:name-words" as="xs:string">
    <xsl:param name="name" as="element()"/>
    <xsl:choose>
      <xsl:when test="exists($name/*[2]) or exists($name/choice)">
        <xsl:variable name="words" as="xs:string*">
          <xsl:apply-templates mode="m:name-words" select="$name/node()"/>
        </xsl:variable>
        <xsl:sequence select="string-join($words)"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="f:one-reading($name)"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- The words of a name or a part of it, of each choice the expanded, regular or correct one. -->
  <xsl:function name="f:one-reading" as="xs:string">
    <xsl:param name="name" as="node()"/>
    <xsl:variable name="words" as="xs:string*">
      <xsl:apply-templates mode="m:one-reading" select="$name"/>
    </xsl:variable>
    <xsl:sequence select="string-join($words)"/>
  </xsl:function>

  <xsl:mode name="m:one-reading" on-no-match="shallow-skip"/>
  <xsl:template mode="m:one-reading" match="text()" as="xs:string">
    <xsl:sequence select="string(.)"/>
  </xsl:template>
  <xsl:template mode="m:one-reading" match="choice" as="xs:string*">
    <xsl:apply-templates mode="#current" select="(expan, reg, corr, *)[1]"/>
  </xsl:template>

  <!-- Scripts without spaces between the parts of a name. -->
  <xsl:variable name="fp:unspaced-start" as="xs:string"
    select="'^[\p{IsCJKUnifiedIdeographs}\p{IsHiragana}\p{IsKatakana}]'"/>
  <xsl:variable name="fp:unspaced-end" as="xs:string"
    select="'[\p{IsCJKUnifiedIdeographs}\p{IsHiragana}\p{IsKatakana}]$'"/>

  <xsl:mode name="m:name-words" on-no-match="shallow-skip"/>
  <xsl:template mode="m:name-words" match="text() | *" as="xs:string">
    <xsl:sequence select="f:one-reading(.)"/>
  </xsl:template>
  <xsl:template mode="m:name-words" match="surname | forename | roleName | nameLink | genName
    | addName | persName/abbr" as="xs:string" priority="1">
    <xsl:variable name="before" as="element()?"
      select="preceding-sibling::node()[not(self::comment() or self::processing-instruction())][1]
      [self::surname or self::forename or self::roleName or self::nameLink or self::genName
      or self::addName][normalize-space(.) ne '']"/>
    <xsl:variable name="words" select="self::surname[matches(., '^\p{Lu}')]
      /preceding-sibling::node()
      [not(self::*[normalize-space() eq ''])][1]/self::text()[matches(., '[\p{L}\p{M}]$')]"/>
    <xsl:sequence select="(
      if (exists($words)) then ' '
      else if (empty($before) or normalize-space(.) eq '' or matches($before, '[-‐’''\s]$')
        or matches(., '^[\s,]')) then ''
      else if (matches($before, $fp:unspaced-end) and matches(., $fp:unspaced-start)) then ''
      else if ($before/self::surname and self::forename) then ', '
      else ' ') || f:one-reading(.)"/>
  </xsl:template>
</xsl:stylesheet>
