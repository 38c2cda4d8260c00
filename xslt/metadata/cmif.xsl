<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:siglum:function" xmlns:fp="urn:siglum:function:private" xmlns="http://www.tei-c.org/ns/1.0" expand-text="yes"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="xs f fp">

  <!--
    The index of letters in the Correspondence Metadata Interchange Format, 1.1: f:letter gives one document's correspDesc, f:letters-frame
    the file around them, with the instruction <?letters?> where they go. It is written only where the edition has an address on the web,
    an editor with an e-mail address and the licence that the format prescribes (pipeline/publish/outputs/cmif.ts).
    https://github.com/TEI-Correspondence-SIG/CMIF
  -->

  <!-- JSON: {"source": the xml:id of the edition in the file, "file": the file's address, "changed": the day of its last change}. -->
  <xsl:param name="cmif" as="xs:string" select="'{}'"/>
  <xsl:variable name="fp:cmif" as="map(*)" select="parse-json($cmif)"/>

  <!-- Empty where nobody is known to have sent or received it. -->
  <xsl:function name="f:letter" as="xs:string?">
    <xsl:param name="header" as="element(teiHeader)"/>
    <xsl:param name="facts" as="map(*)"/>
    <xsl:variable name="actions" select="$header/profileDesc/correspDesc/correspAction"/>
    <xsl:variable name="senders" select="f:senders($header)"/>
    <xsl:variable name="recipients" select="f:recipients($header)"/>
    <xsl:if test="exists(($senders, $recipients)) and exists($facts?address) and exists($fp:cmif?source)">
      <xsl:variable name="letter" as="element(correspDesc)">
        <correspDesc key="{$facts?id}" ref="{$facts?address}" source="#{$fp:cmif?source}">
          <xsl:sequence select="
            fp:action('sent', $senders, ($actions[@type = 'sent']/placeName)[1], (f:date-facts(($actions[@type = 'sent']/date)[1]), $facts?date)[1]),
            fp:action('received', $recipients, ($actions[@type = 'received']/placeName)[1], f:date-facts(($actions[@type = 'received']/date)[1]))"/>
        </correspDesc>
      </xsl:variable>
      <xsl:sequence select="fp:xml($letter)"/>
    </xsl:if>
  </xsl:function>

  <xsl:function name="fp:action" as="element(correspAction)">
    <xsl:param name="type" as="xs:string"/>
    <xsl:param name="parties" as="map(*)*"/>
    <xsl:param name="place" as="element(placeName)?"/>
    <xsl:param name="date" as="map(*)?"/>
    <correspAction type="{$type}">
      <xsl:for-each select="$parties">
        <xsl:element name="{if (?kind eq 'org') then 'orgName' else 'persName'}">
          <xsl:sequence select="fp:identified(.)"/>
          <xsl:value-of select="?name"/>
        </xsl:element>
      </xsl:for-each>
      <!-- The format's own word for a party that is not known. -->
      <xsl:if test="empty($parties)"><persName>Unknown</persName></xsl:if>
      <xsl:for-each select="f:place-facts($place[normalize-space() ne ''])">
        <placeName><xsl:sequence select="fp:identified(.)"/>{?text}</placeName>
      </xsl:for-each>
      <xsl:for-each select="$date[exists((?start, ?end))]">
        <date>
          <xsl:choose>
            <xsl:when test="?when"><xsl:attribute name="when" select="?when"/></xsl:when>
            <xsl:otherwise>
              <xsl:variable name="lasting" select="?lasting"/>
              <xsl:for-each select="?start"><xsl:attribute name="{if ($lasting) then 'from' else 'notBefore'}" select="."/></xsl:for-each>
              <xsl:for-each select="?end"><xsl:attribute name="{if ($lasting) then 'to' else 'notAfter'}" select="."/></xsl:for-each>
            </xsl:otherwise>
          </xsl:choose>
          <xsl:sequence select="fp:doubt(.)"/>
          <xsl:value-of select="?text"/>
        </date>
      </xsl:for-each>
    </correspAction>
  </xsl:function>

  <!-- The addresses in authority files, and whether the attribution is doubtful: the only degree that the format has is `low`. -->
  <xsl:function name="fp:identified" as="attribute()*">
    <xsl:param name="named" as="map(*)"/>
    <xsl:variable name="addresses" select="$named?identifiers?*?address ! iri-to-uri(.)"/>
    <xsl:if test="exists($addresses)"><xsl:attribute name="ref" select="$addresses"/></xsl:if>
    <xsl:sequence select="fp:doubt($named)"/>
  </xsl:function>

  <xsl:function name="fp:doubt" as="attribute()?">
    <xsl:param name="stated" as="map(*)"/>
    <xsl:if test="$stated?certainty eq 'low'"><xsl:attribute name="cert" select="'low'"/></xsl:if>
  </xsl:function>

  <xsl:function name="f:letters-frame" as="xs:string">
    <xsl:param name="facts" as="map(*)"/>
    <xsl:variable name="editors" select="$facts?editors?*"/>
    <xsl:variable name="file" as="element(TEI)">
      <TEI>
        <teiHeader>
          <fileDesc>
            <titleStmt>
              <title>{$facts?title}</title>
              <xsl:for-each select="$editors">
                <editor><xsl:value-of select="?name"/><xsl:for-each select="?email"><xsl:text> </xsl:text><email>{.}</email></xsl:for-each></editor>
              </xsl:for-each>
            </titleStmt>
            <publicationStmt>
              <publisher><ref target="{$facts?address}">{($facts?publisher, $editors?name)[1]}</ref></publisher>
              <idno type="url">{$fp:cmif?file}</idno>
              <date when="{$fp:cmif?changed}"/>
              <availability>
                <licence target="https://creativecommons.org/licenses/by/4.0/">This file is licensed under the terms of the Creative-Commons-License CC-BY 4.0</licence>
              </availability>
            </publicationStmt>
            <sourceDesc>
              <bibl type="online" xml:id="{$fp:cmif?source}">
                <xsl:value-of select="string-join((string-join($editors?name, ', ')[. ne ''], string-join(($facts?title, $facts?subtitle), ': '), $facts?publisher, $facts?issued), '. ')"/>
                <xsl:text>. </xsl:text>
                <ref target="{$facts?address}">{$facts?address}</ref>
              </bibl>
            </sourceDesc>
          </fileDesc>
          <profileDesc><xsl:processing-instruction name="letters"/></profileDesc>
        </teiHeader>
        <text><body><p/></body></text>
      </TEI>
    </xsl:variable>
    <xsl:sequence select="fp:xml($file)"/>
  </xsl:function>

  <xsl:function name="fp:xml" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="serialize($element, map{'method': 'xml', 'indent': false(), 'omit-xml-declaration': true()})"/>
  </xsl:function>
</xsl:stylesheet>
