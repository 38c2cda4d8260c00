<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:siglum:function" xmlns:fp="urn:siglum:function:private" xmlns:m="urn:siglum:mode"
  expand-text="yes"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <!--
    The index entry of a mention. A name refers to an authority entry; a date has no authority file
    and its value is its entry: all mentions of one day are one entry. Cited sources:
    ../../data/stated.xsl.
  -->

  <xsl:mode name="m:index-id" on-no-match="shallow-skip"/>

  <!-- The identifier of a mention's entry; empty for an element that names nothing. -->
  <xsl:function name="f:index-id" as="xs:string?">
    <xsl:param name="mention" as="element()"/>
    <xsl:variable name="id" as="xs:string*">
      <xsl:apply-templates mode="m:index-id" select="$mention"/>
    </xsl:variable>
    <xsl:sequence select="$id[1]"/>
  </xsl:function>

  <xsl:template mode="m:index-id" match="*[@ref] | *[@key][f:keyed(.)] | (persName
    | orgName | placeName | name | rs)[@corresp] | gloss[@target]" as="xs:string?">
    <xsl:sequence select="f:entry-id(.)"/>
  </xsl:template>

  <!--
    A span of years in a citation is part of the name of a collection or a volume, not a date in the
    text.
  -->
  <xsl:template mode="m:index-id" match="bibl//date[@from | @to]" priority="1"/>
  <xsl:template mode="m:index-id" match="date[matches(f:earliest(.), '^-?[0-9]{4}')]"
    as="xs:string">
    <xsl:sequence select="string-join(('date', 
      (@when, @from, @to, @notBefore, @notAfter, @when-iso, @from-iso, @to-iso, @notBefore-iso,
      @notAfter-iso) ! (local-name() || '-' || fp:day(.))), '-')"/>
  </xsl:template>

  <xsl:function name="fp:day" as="xs:string">
    <xsl:param name="value" as="attribute()"/>
    <xsl:sequence select="replace($value, 'T.*', '')"/>
  </xsl:function>
</xsl:stylesheet>
