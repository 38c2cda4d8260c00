<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:f="urn:siglum:function" xmlns:fp="urn:siglum:function:private" xmlns:m="urn:siglum:mode"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <!--
    Elements that are no fields of a record (words.xsl) and still separate from the element right
    before them: the same words in another language, the initials after a name, elements of another
    vocabulary (CBETA's "cb:t", a drawing's labels). A syllable of MEI belongs to the word.
  -->

  <xsl:function name="f:is-separate" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="before" select="
      $element/preceding-sibling::node()[not(self::comment())][1]/self::*"/>
    <xsl:sequence select="
      if (empty($before)) then false()
      else if (fp:is-foreign($element)) then not($before/@wordpos = ('i', 'm'))
        and (fp:is-foreign($before) or map:contains($f:fields, local-name($before))
          or exists($before/self::figDesc))
      else f:is-translation($element)
        or exists($element/self::abbr/parent::persName)
        and exists($before[self::surname or self::forename or self::name or self::roleName
          or self::addName or self::genName or self::nameLink])"/>
  </xsl:function>

  <!--
    The words of the element before it in another language: "Papiere", "Papers"; in a header also
    names, dates, places, paragraphs with white space between them.
  -->
  <xsl:function name="f:is-translation" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="header" as="xs:boolean"
      select="exists($element[@xml:lang]/ancestor::teiHeader)"/>
    <xsl:variable name="before" select="
      $element[@xml:lang][self::seg or $header]/preceding-sibling::node()[not(self::comment())]
      [not($header and self::text()[normalize-space() eq ''])][1]
      /self::*[node-name() eq node-name($element)][normalize-space() ne '']"/>
    <xsl:sequence select="exists($before/@xml:lang) and $before/@xml:lang ne $element/@xml:lang
      and normalize-space($element) ne ''"/>
  </xsl:function>

  <!--
    What comes before a feature of a word: the first one is the word, the others say something about
    it: "ixwi [noun · brother]". The bracket that closes them is the structure's.
  -->
  <xsl:function name="f:mark-before-feature" as="xs:string">
    <xsl:param name="feature" as="element(f)"/>
    <xsl:variable name="before"
      select="count($feature/preceding-sibling::f[normalize-space() ne ''])"/>
    <xsl:sequence select="
      if (normalize-space($feature) eq '' or $before eq 0) then ''
      else if ($before eq 1) then ' [' else ' · '"/>
  </xsl:function>

  <xsl:function name="f:mark-after-features" as="xs:string?">
    <xsl:param name="features" as="element(fs)"/>
    <xsl:sequence select="']'[exists($features/f[normalize-space() ne ''][2])]"/>
  </xsl:function>

  <xsl:template mode="m:string" match="fs" as="xs:string*" priority="3">
    <xsl:apply-templates mode="m:string"/>
    <xsl:sequence select="f:mark-after-features(.)"/>
  </xsl:template>
  <xsl:template mode="m:string" match="fs/f" as="xs:string*" priority="3">
    <xsl:sequence select="f:mark-before-feature(.)"/>
    <xsl:apply-templates mode="m:string"/>
  </xsl:template>

  <xsl:function name="fp:is-foreign" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="namespace-uri($element) ne 'http://www.tei-c.org/ns/1.0'"/>
  </xsl:function>
</xsl:stylesheet>
