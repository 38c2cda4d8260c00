<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:siglum:function" xmlns:fp="urn:siglum:function:private"
  xmlns:map="http://www.w3.org/2005/xpath-functions/map" expand-text="yes"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <!--
    The direction of a language: by the script in its tag (BCP 47), else by its usual script (CLDR).
  -->

  <xsl:variable name="fp:leftward-scripts" as="map(xs:string, xs:boolean)"
    select="map:merge(tokenize('
    adlm arab aran armi avst hebr khar lydi mand mani mend merc mero nbat nkoo palm phlp phnx prti
    rohg samr sarb sogd syrc syre syrj syrn thaa
    ') ! map{.: true()})"/>
  <xsl:variable name="fp:leftward-languages" as="map(xs:string, xs:boolean)"
    select="map:merge(tokenize('
    aeb ar ara arb arc arq ars ary arz azb bal bcc bgn ckb dv fa fas glk he heb iw ji khw ks kas
    lrc mzn nqo ota pal per phn pnb prs ps pus sam sd snd
    skr smp syc syr tmr ug uig ur urd xmn yi yid ydd yih
    ') ! map{.: true()})"/>

  <!-- rtl or ltr. -->
  <xsl:function name="f:direction" as="xs:string">
    <xsl:param name="tag" as="xs:string"/>
    <xsl:variable name="parts" select="tokenize(lower-case(normalize-space($tag)), '[-_]')"/>
    <xsl:variable name="script" select="$parts[position() gt 1][string-length() eq 4][1]"/>
    <xsl:variable name="leftward" select="if (exists($script)) then $fp:leftward-scripts($script)
      else $fp:leftward-languages(string($parts[1]))"/>
    <xsl:sequence select="if ($leftward) then 'rtl' else 'ltr'"/>
  </xsl:function>
</xsl:stylesheet>
