<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:siglum:function" xmlns:fp="urn:siglum:function:private" xmlns:m="urn:siglum:mode" default-mode="m:text" expand-text="yes"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <!-- Words within a line: highlighting, foreign words, and the names that need no more than their text. -->

  <!-- What @rend says about highlighted words (first token that is known), as the element of HTML that means it. -->
  <xsl:variable name="fp:highlights" as="map(xs:string, xs:string)" select="map{
    'italic': 'i', 'italics': 'i', 'i': 'i', 'bold': 'b', 'b': 'b', 'strong': 'b', 'underline': 'u', 'underlined': 'u',
    'sup': 'sup', 'superscript': 'sup', 'sub': 'sub', 'subscript': 'sub', 'strikethrough': 's', 'small': 'small'}"/>

  <xsl:template match="hi | emph | title[@rend]">
    <xsl:variable name="known" select="tokenize(@rend)[exists($fp:highlights(.))][1]"/>
    <xsl:element name="{(if (self::title) then 'cite' else (), $known ! $fp:highlights(.), if (self::emph) then 'em' else 'span')[1]}">
      <xsl:for-each select="@rend[empty($known)]"><xsl:attribute name="class" select="'rend-' || string-join(tokenize(.), ' rend-')"/></xsl:for-each>
      <xsl:sequence select="f:identity(.)"/>
      <xsl:apply-templates/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="foreign">
    <i>
      <xsl:sequence select="f:identity(.)"/>
      <xsl:apply-templates/>
    </i>
  </xsl:template>

  <!-- Parts that a reader need not see set apart. Where one has an identifier, that stays an address. -->
  <xsl:template match="
      seg | s | w | c | pc | num | measure | time | soCalled | mentioned | gloss | label | desc | affiliation | roleName | forename | surname
    | genName | addName | nameLink | street | postCode | postBox | email | am | ex | distinct | docDate | titlePart | role | roleDesc | actor | caesura | orth | pron | hyph | syll | gram | pos | gen | number | case | def | lbl | usg | mood | tns | per | colloc | rhyme | phr | cl | m
    | lang | nationality | occupation | residence | state | height | objectName | eventName | idno | code | ident | val | att | gi | tag
    | publisher | pubPlace | author | editor | biblScope | edition | imprint | citedRange | respStmt | resp">
    <xsl:apply-templates/>
  </xsl:template>

  <xsl:template match="*[@xml:id or @xml:lang][not(*[f:is-block(.)])][self::seg or self::s or self::num or self::measure or self::gloss or self::label or self::desc or self::idno]" priority="1">
    <span>
      <xsl:sequence select="f:identity(.)"/>
      <xsl:apply-templates/>
    </span>
  </xsl:template>

  <!-- White space between blocks is layout of the file; within a line it is text and stays. -->
  <xsl:template match="text()[normalize-space() eq ''][parent::body or parent::div or parent::list or parent::table or parent::row or parent::text]"/>
</xsl:stylesheet>
