<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:siglum:function" xmlns:fp="urn:siglum:function:private" expand-text="yes"
  exclude-result-prefixes="#all">

  <!--
    DataCite Metadata Schema 4.6, as XML.

    Until the edition has a DOI its own URI stands as identifier: the schema asks for one, and the agency puts the DOI in its place.
  -->
  <xsl:function name="f:datacite" as="xs:string">
    <xsl:param name="facts" as="map(*)"/>
    <xsl:variable name="record">
      <resource xmlns="http://datacite.org/schema/kernel-4" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
        xsi:schemaLocation="http://datacite.org/schema/kernel-4 https://schema.datacite.org/meta/kernel-4.6/metadata.xsd">
        <identifier identifierType="{if ($facts?doi) then 'DOI' else fp:identifier-type($facts?uri)}">{($facts?doi, $facts?uri)[1]}</identifier>
        <creators>
          <xsl:for-each select="$facts?creators?*">
            <creator>
              <creatorName><xsl:sequence select="fp:name-type(.)"/>{(.?inverted, .?name)[1]}</creatorName>
              <xsl:sequence select="fp:name-parts(.)"/>
            </creator>
          </xsl:for-each>
        </creators>
        <titles>
          <title xml:lang="{$facts?language}">{$facts?title}</title>
          <xsl:if test="$facts?subtitle"><title titleType="Subtitle" xml:lang="{$facts?language}">{$facts?subtitle}</title></xsl:if>
        </titles>
        <publisher>
          <xsl:for-each select="$facts?publisherAgent?ids?*[1]">
            <xsl:attribute name="publisherIdentifier" select=".?uri"/>
            <xsl:attribute name="publisherIdentifierScheme" select=".?scheme"/>
          </xsl:for-each>
          <xsl:text>{$facts?publisher}</xsl:text>
        </publisher>
        <publicationYear>{substring($facts?published, 1, 4)}</publicationYear>
        <resourceType resourceTypeGeneral="Dataset">Digital edition in TEI</resourceType>
        <subjects>
          <xsl:for-each select="$facts?keywords?*"><subject xml:lang="{$facts?language}">{.}</subject></xsl:for-each>
          <xsl:for-each select="$facts?subjects?*">
            <subject subjectScheme="{.?scheme}" valueURI="{.?uri}">{.?inverted}</subject>
          </xsl:for-each>
        </subjects>
        <xsl:where-populated>
          <contributors>
            <xsl:for-each select="$facts?contributors?*">
              <contributor contributorType="{f:contributor-type(.)}">
                <contributorName><xsl:sequence select="fp:name-type(.)"/>{(.?inverted, .?name)[1]}</contributorName>
                <xsl:sequence select="fp:name-parts(.)"/>
              </contributor>
            </xsl:for-each>
          </contributors>
        </xsl:where-populated>
        <dates>
          <date dateType="Issued">{$facts?published}</date>
          <xsl:if test="exists(($facts?first, $facts?last))">
            <date dateType="Coverage" dateInformation="Dates of the documents">{fp:interval($facts)}</date>
          </xsl:if>
        </dates>
        <language>{$facts?language}</language>
        <xsl:where-populated>
          <alternateIdentifiers>
            <xsl:if test="$facts?doi and $facts?uri"><alternateIdentifier alternateIdentifierType="{fp:identifier-type($facts?uri)}">{$facts?uri}</alternateIdentifier></xsl:if>
          </alternateIdentifiers>
        </xsl:where-populated>
        <xsl:where-populated>
          <relatedIdentifiers>
            <xsl:for-each select="f:source-identifiers($facts)">
              <relatedIdentifier relatedIdentifierType="{upper-case(.?scheme)}" relationType="IsDerivedFrom" resourceTypeGeneral="{if (.?scheme eq 'isbn') then 'Book' else 'Text'}">{.?identifier}</relatedIdentifier>
            </xsl:for-each>
            <xsl:if test="$facts?web"><relatedIdentifier relatedIdentifierType="URL" relationType="IsVersionOf">{$facts?web}</relatedIdentifier></xsl:if>
          </relatedIdentifiers>
        </xsl:where-populated>
        <sizes><size>{$facts?count} {if ($facts?count eq 1) then 'document' else 'documents'}</size></sizes>
        <formats><format>application/tei+xml</format></formats>
        <xsl:if test="$facts?version"><version>{$facts?version}</version></xsl:if>
        <rightsList>
          <rights rightsURI="{$facts?licence}" xml:lang="{$facts?language}">
            <xsl:if test="$facts?licenceNames?spdx">
              <xsl:attribute name="rightsIdentifier" select="$facts?licenceNames?spdx"/>
              <xsl:attribute name="rightsIdentifierScheme" select="'SPDX'"/>
              <xsl:attribute name="schemeURI" select="'https://spdx.org/licenses/'"/>
            </xsl:if>
            <xsl:text>{($facts?licenceWords, $facts?licence)[1]}</xsl:text>
          </rights>
          <xsl:for-each select="$facts?rights?*"><rights xml:lang="{$facts?language}">{.}</rights></xsl:for-each>
        </rightsList>
        <descriptions>
          <description descriptionType="Abstract" xml:lang="{$facts?language}">{string-join(($facts?description, $facts?sampling), ' ')}</description>
          <xsl:if test="$facts?practice"><description descriptionType="Methods" xml:lang="{$facts?language}">{$facts?practice}</description></xsl:if>
        </descriptions>
        <xsl:where-populated>
          <geoLocations>
            <xsl:for-each select="$facts?places?*">
              <geoLocation>
                <geoLocationPlace>{.?name}</geoLocationPlace>
                <geoLocationPoint>
                  <pointLongitude>{xs:decimal(.?longitude)}</pointLongitude>
                  <pointLatitude>{xs:decimal(.?latitude)}</pointLatitude>
                </geoLocationPoint>
              </geoLocation>
            </xsl:for-each>
          </geoLocations>
        </xsl:where-populated>
        <xsl:where-populated>
          <fundingReferences>
            <xsl:for-each select="$facts?funders?*">
              <fundingReference>
                <funderName>{.?name}</funderName>
                <xsl:for-each select=".?ids?*[.?scheme = ('ROR', 'ISNI')][1]">
                  <funderIdentifier funderIdentifierType="{.?scheme}">{.?uri}</funderIdentifier>
                </xsl:for-each>
                <xsl:if test=".?grant"><awardNumber>{.?grant}</awardNumber></xsl:if>
              </fundingReference>
            </xsl:for-each>
          </fundingReferences>
        </xsl:where-populated>
      </resource>
    </xsl:variable>
    <xsl:sequence select="f:xml-text($record)"/>
  </xsl:function>

  <xsl:function name="fp:name-type" as="attribute()?">
    <xsl:param name="agent" as="map(*)"/>
    <xsl:if test="$agent?kind">
      <xsl:attribute name="nameType" select="if ($agent?kind eq 'person') then 'Personal' else 'Organizational'"/>
    </xsl:if>
  </xsl:function>

  <xsl:function name="fp:name-parts" as="element()*">
    <xsl:param name="agent" as="map(*)"/>
    <xsl:if test="$agent?given"><givenName xmlns="http://datacite.org/schema/kernel-4">{$agent?given}</givenName></xsl:if>
    <xsl:if test="$agent?family"><familyName xmlns="http://datacite.org/schema/kernel-4">{$agent?family}</familyName></xsl:if>
    <xsl:for-each select="$agent?ids?*">
      <nameIdentifier xmlns="http://datacite.org/schema/kernel-4" nameIdentifierScheme="{.?scheme}" schemeURI="{replace(.?uri, '^(https?://[^/]+/).*$', '$1')}">{.?uri}</nameIdentifier>
    </xsl:for-each>
    <xsl:if test="$agent?affiliation"><affiliation xmlns="http://datacite.org/schema/kernel-4">{$agent?affiliation}</affiliation></xsl:if>
  </xsl:function>

  <xsl:function name="fp:identifier-type" as="xs:string">
    <xsl:param name="uri" as="xs:string"/>
    <xsl:sequence select="if (starts-with(lower-case($uri), 'urn:')) then 'URN' else 'URL'"/>
  </xsl:function>

  <!-- `1964-05-01/1964-05-30`; one date where both ends are the same. -->
  <xsl:function name="fp:interval" as="xs:string">
    <xsl:param name="facts" as="map(*)"/>
    <xsl:sequence select="string-join(distinct-values((($facts?first, $facts?last)[1], ($facts?last, $facts?first)[1])), '/')"/>
  </xsl:function>

  <!-- A record as a file of its own. -->
  <xsl:function name="f:xml-text" as="xs:string">
    <xsl:param name="record" as="document-node()"/>
    <xsl:sequence select="serialize($record, map{'method': 'xml', 'indent': true(), 'omit-xml-declaration': false(), 'encoding': 'UTF-8'}) || '&#10;'"/>
  </xsl:function>
</xsl:stylesheet>
