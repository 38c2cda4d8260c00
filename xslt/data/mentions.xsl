<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:siglum:function" xmlns:fp="urn:siglum:function:private" xmlns:m="urn:siglum:mode" default-mode="m:data" expand-text="yes"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <!--
    Every mention of an entry in its sentence. A block of text is walked once, adding up the lengths of its text nodes, so that a
    mention's place in the block is known without looking back.
  -->

  <xsl:key name="mention" match="persName[@ref] | orgName[@ref] | placeName[@ref] | term[@ref] | name[@ref] | rs[@ref] | abbr[@ref]
    | country[@ref] | region[@ref] | settlement[@ref] | geogName[@ref]" use="true()"/>

  <xsl:function name="f:mentions" as="map(*)*">
    <xsl:param name="text" as="element(text)?"/>
    <!-- Grouped by block, in the order of the text; the notes within a block are blocks of their own. -->
    <xsl:for-each-group select="$text ! key('mention', true(), .)" group-by="generate-id(fp:block(.))">
      <xsl:sequence select="fp:mentions-of-block(fp:block(.))"/>
    </xsl:for-each-group>
  </xsl:function>

  <!-- The smallest stretch of running text: what a sentence cannot leave. -->
  <xsl:function name="fp:block" as="element()">
    <xsl:param name="node" as="node()"/>
    <xsl:sequence select="($node/ancestor::*[self::p or self::ab or self::head or self::item or self::label or self::cell or self::note or self::l
      or self::dateline or self::signed or self::salute or self::closer or self::opener or self::quote[parent::div] or self::div][1], root($node)/*)[1]"/>
  </xsl:function>

  <xsl:function name="fp:mentions-of-block" as="map(*)*">
    <xsl:param name="block" as="element()"/>
    <!-- Nodes of this block and of no block within it; a note's words are no part of the sentence that it annotates. -->
    <xsl:variable name="nodes" select="$block//(text() | persName | orgName | placeName | term | name | rs | abbr | country | region | settlement | geogName)
      [fp:block(.) is $block]"/>
    <xsl:variable name="text" select="string-join($nodes/self::text())"/>
    <xsl:variable name="bounds" select="f:sentence-bounds($text)"/>
    <xsl:iterate select="$nodes">
      <xsl:param name="offset" as="xs:integer" select="0"/>
      <xsl:if test="self::*[starts-with(@ref, '#')]">
        <xsl:variable name="end" select="$offset + string-length(string-join(.//text()[fp:block(.) is $block]))"/>
        <xsl:sequence select="fp:mention(., $block, $text, $offset, $end, $bounds)"/>
      </xsl:if>
      <xsl:next-iteration>
        <xsl:with-param name="offset" select="$offset + sum(self::text() ! string-length(.))"/>
      </xsl:next-iteration>
    </xsl:iterate>
  </xsl:function>

  <xsl:function name="fp:mention" as="map(*)">
    <xsl:param name="mention" as="element()"/>
    <xsl:param name="block" as="element()"/>
    <xsl:param name="text" as="xs:string"/>
    <xsl:param name="start" as="xs:integer"/>
    <xsl:param name="end" as="xs:integer"/>
    <xsl:param name="bounds" as="xs:integer+"/>
    <xsl:variable name="from" select="max($bounds[. le $start])"/>
    <xsl:variable name="to" select="min(($bounds[. ge $end], string-length($text)))"/>
    <xsl:variable name="passage" select="f:passage($block)"/>
    <xsl:sequence select="map{
      'entry': f:entry-id($mention),
      'anchor': f:anchor($passage),
      'block': local-name($passage),
      'n': fp:text(($passage/self::note | $passage/ancestor::note[1])[1]/@n),
      'before': replace(substring($text, $from + 1, $start - $from), '\s+', ' '),
      'words': replace(substring($text, $start + 1, $end - $start), '\s+', ' '),
      'after': replace(substring($text, $end + 1, $to - $end), '\s+', ' '),
      'certainty': fp:text($mention/@cert)}"/>
  </xsl:function>
</xsl:stylesheet>
