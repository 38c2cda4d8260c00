<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:siglum:function" xmlns:fp="urn:siglum:function:private" xmlns:dc="http://purl.org/dc/elements/1.1/" expand-text="yes"
  exclude-result-prefixes="f fp xs">

  <!-- Dublin Core as OAI-PMH harvests it (Open Archives Initiative, oai_dc): fifteen elements, each of which may be repeated. -->
  <xsl:function name="f:oai-dc" as="xs:string">
    <xsl:param name="facts" as="map(*)"/>
    <xsl:variable name="language" select="$facts?language"/>
    <xsl:variable name="record">
      <oai_dc:dc xmlns:oai_dc="http://www.openarchives.org/OAI/2.0/oai_dc/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
        xsi:schemaLocation="http://www.openarchives.org/OAI/2.0/oai_dc/ http://www.openarchives.org/OAI/2.0/oai_dc.xsd">
        <dc:title xml:lang="{$language}">{string-join(($facts?title, $facts?subtitle), ': ')}</dc:title>
        <xsl:for-each select="$facts?creators?*"><dc:creator>{(.?inverted, .?name)[1]}</dc:creator></xsl:for-each>
        <xsl:for-each select="$facts?keywords?*, $facts?subjects?*?inverted"><dc:subject>{.}</dc:subject></xsl:for-each>
        <dc:description xml:lang="{$language}">{string-join(($facts?description, $facts?sampling), ' ')}</dc:description>
        <dc:publisher>{$facts?publisher}</dc:publisher>
        <xsl:for-each select="$facts?contributors?*"><dc:contributor>{(.?inverted, .?name)[1]}</dc:contributor></xsl:for-each>
        <dc:date>{$facts?published}</dc:date>
        <!-- DCMI Type Vocabulary. -->
        <dc:type>Dataset</dc:type>
        <dc:type>Text</dc:type>
        <dc:format>application/tei+xml</dc:format>
        <xsl:for-each select="$facts?doi ! ('https://doi.org/' || .), $facts?uri"><dc:identifier>{.}</dc:identifier></xsl:for-each>
        <xsl:for-each select="$facts?printed?*"><dc:source>{string-join((.?citation[. ne ''], .?address), ' ')}</dc:source></xsl:for-each>
        <xsl:for-each select="$facts?languages?*"><dc:language>{.}</dc:language></xsl:for-each>
        <xsl:for-each select="$facts?places?*?name, f:interval-or-none($facts)"><dc:coverage>{.}</dc:coverage></xsl:for-each>
        <dc:rights>{$facts?licence}</dc:rights>
        <xsl:for-each select="$facts?rights?*"><dc:rights xml:lang="{$language}">{.}</dc:rights></xsl:for-each>
      </oai_dc:dc>
    </xsl:variable>
    <xsl:sequence select="f:xml-text($record)"/>
  </xsl:function>
</xsl:stylesheet>
