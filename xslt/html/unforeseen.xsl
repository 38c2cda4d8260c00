<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:siglum:function" xmlns:fp="urn:siglum:function:private" xmlns:m="urn:siglum:mode" default-mode="m:text" expand-text="yes"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <!-- An element that no template knows: its text is shown, with its name, and the build reports it. Nothing is dropped. -->

  <xsl:template match="*" priority="-10">
    <xsl:element name="{if (*[f:is-block(.)] or parent::div or parent::body) then 'div' else 'span'}">
      <xsl:attribute name="class" select="'tei-unknown'"/>
      <xsl:attribute name="data-tei" select="name()"/>
      <xsl:for-each select="f:passage(.)"><xsl:attribute name="data-passage" select="@xml:id"/></xsl:for-each>
      <xsl:sequence select="f:identity(.)"/>
      <xsl:apply-templates/>
    </xsl:element>
  </xsl:template>

  <!-- What the build tells the editor: each name once, how often it stands in the text, and the first passage that has it. -->
  <xsl:function name="f:unforeseen" as="array(*)">
    <xsl:param name="rendered" as="node()*"/>
    <xsl:variable name="reports" as="map(*)*">
      <xsl:for-each-group select="$rendered/descendant-or-self::*[@data-tei]" group-by="string(@data-tei)">
        <xsl:sort select="current-grouping-key()"/>
        <xsl:sequence select="map{'element': current-grouping-key(), 'count': count(current-group()), 'passage': string(@data-passage)}"/>
      </xsl:for-each-group>
    </xsl:variable>
    <xsl:sequence select="array{$reports}"/>
  </xsl:function>
</xsl:stylesheet>
