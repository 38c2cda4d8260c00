<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:f="urn:siglum:function"
  xmlns:fp="urn:siglum:function:private" xmlns:m="urn:siglum:mode" expand-text="yes"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <!--
    What can be cited within a document, as Distributed Text Services 1.0 has it: two trees of
    citable units, which overlap.
    The passages are what readers cite, where it has an identifier: blocks, lines, speeches, notes,
    readings; not the words and letters of which a
    corpus numbers thousands. A passage lies in the nearest one that holds it; one that lies too
    deep is a part of that one. The pages of the print are a list: from where a page begins to where
    the next one does.
      {id, type, level, parent, title}   `id`: the anchor on the document's page; `parent`:
      another's id, or empty
    In document order. https://dtsapi.org/specifications/
  -->

  <!--
    The types of elements in the words of readers who cite; other elements have their own names.
  -->
  <xsl:variable name="fp:cite-types" as="map(xs:string, xs:string)" select="map{
    'div': 'section', 'head': 'heading', 'p': 'paragraph', 'ab': 'paragraph', 'l': 'line',
      'lg': 'stanza', 'signed': 'signature',
    'seg': 'segment', 'app': 'reading', 'quote': 'quotation', 'pb': 'page'}"/>

  <xsl:function name="f:citable-passages" as="map(*)*">
    <xsl:param name="text" as="element()*"/>
    <xsl:apply-templates mode="m:citable" select="$text/*"/>
  </xsl:function>

  <xsl:function name="f:citable-pages" as="map(*)*">
    <xsl:param name="text" as="element()*"/>
    <xsl:sequence select="$text//pb[@xml:id] ! fp:citable(., 1, ())"/>
  </xsl:function>

  <xsl:variable name="fp:passages" as="map(*)" select="map:merge(tokenize('
    div div0 div1 div2 div3 div4 div5 div6 div7 floatingText head p ab seg s quote cit q said note
    noteGrp app list item label table row cell figure lg l sp spGrp speaker stage u opener closer
    dateline salute signed postscript address epigraph argument trailer byline titlePage titlePart
    castList castItem set entry entryFree superEntry sense bibl biblStruct listBibl msItem formula
    surface zone line person place org
    ')[. ne ''] ! map{.: true()})"/>

  <!-- The most levels: each unit of each level is listed under all units around it. -->
  <xsl:variable name="fp:levels" as="xs:integer" select="8"/>

  <!--
    Whether an element with an identifier is a passage: not the whole document, not a mere place
    between words, and not a word.
  -->
  <xsl:function name="f:is-passage" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
      $fp:passages(local-name($element)) and not($element/self::div[@type = 'document'])
      and
        count($element/ancestor::*[@xml:id][$fp:passages(local-name())][not(self::div[@type = 'document'])])
        lt $fp:levels"/>
  </xsl:function>

  <xsl:mode name="m:citable" on-no-match="shallow-skip"/>

  <!-- Elements only: a shallow skip would walk attributes and words too. -->
  <xsl:template mode="m:citable" match="*">
    <xsl:apply-templates mode="#current" select="*"/>
  </xsl:template>

  <xsl:template mode="m:citable" match="*[@xml:id][f:is-passage(.)]">
    <xsl:param name="level" as="xs:integer" select="1" tunnel="yes"/>
    <xsl:param name="parent" as="xs:string?" select="()" tunnel="yes"/>
    <xsl:sequence select="fp:citable(., $level, $parent)"/>
    <xsl:apply-templates mode="#current" select="*">
      <xsl:with-param name="level" select="$level + 1" tunnel="yes"/>
      <xsl:with-param name="parent" select="f:anchor(.)" tunnel="yes"/>
    </xsl:apply-templates>
  </xsl:template>

  <xsl:function name="fp:citable" as="map(*)">
    <xsl:param name="element" as="element()"/>
    <xsl:param name="level" as="xs:integer"/>
    <xsl:param name="parent" as="xs:string?"/>
    <xsl:variable name="name" select="local-name($element)"/>
    <xsl:variable name="title" as="xs:string?">
      <xsl:apply-templates mode="m:unit-title" select="$element"/>
    </xsl:variable>
    <xsl:sequence select="map{
      'id': f:anchor($element), 'type': ($fp:cite-types($name), $name)[1], 'level': $level,
        'parent': $parent, 'title': $title[. ne '']}"/>
  </xsl:function>

  <!--
    A heading's words, a section's heading, the number of a note or a page; other passages have no
    title.
  -->
  <xsl:mode name="m:unit-title" on-no-match="shallow-skip"/>
  <xsl:template mode="m:unit-title" match="*" as="xs:string?"/>
  <xsl:template mode="m:unit-title" match="note | pb" as="xs:string?">
    <xsl:sequence select="@n ! normalize-space(.)"/>
  </xsl:template>
  <xsl:template mode="m:unit-title" match="head" as="xs:string?">
    <xsl:variable name="words" as="item()*">
      <xsl:apply-templates mode="m:unit-words" select="node()"/>
    </xsl:variable>
    <xsl:sequence select="normalize-space(string-join($words))"/>
  </xsl:template>
  <xsl:template mode="m:unit-title" match="div" as="xs:string?">
    <xsl:apply-templates mode="#current" select="head[1]"/>
  </xsl:template>

  <xsl:mode name="m:unit-words" on-no-match="text-only-copy"/>
  <xsl:template mode="m:unit-words" match="note"/>
</xsl:stylesheet>
