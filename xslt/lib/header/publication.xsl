<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:siglum:function"
  xmlns:h="urn:siglum:header" xmlns:hp="urn:siglum:header:private" expand-text="yes"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <!-- The publication statement of a teiHeader: a part of header.xsl. -->

  <xsl:function name="h:publishers" as="xs:string*">
    <xsl:param name="header" as="element(teiHeader)?"/>
    <xsl:sequence select="
      $header/fileDesc/publicationStmt/publisher ! hp:house(.)[. ne '']"/>
  </xsl:function>

  <!-- Its name. -->
  <xsl:function name="h:published-by-name" as="xs:string?">
    <xsl:param name="header" as="element(teiHeader)?"/>
    <xsl:sequence select="h:published-by($header) ! hp:house(.)"/>
  </xsl:function>

  <!--
    Who publishes, in the sense of a repository: the publisher; without one, the authority that
    makes the text available, else the distributor.
  -->
  <xsl:function name="h:published-by" as="element()?">
    <xsl:param name="header" as="element(teiHeader)?"/>
    <xsl:variable name="statement" select="$header/fileDesc/publicationStmt"/>
    <xsl:sequence select="
      ($statement/publisher, $statement/authority, $statement/distributor)[hp:house(.) ne ''][1]"/>
  </xsl:function>

  <!-- The name of a publisher, without its address. -->
  <xsl:function name="hp:house" as="xs:string">
    <xsl:param name="publisher" as="element()"/>
    <xsl:variable name="names" select="$publisher/(name | orgName | persName)"/>
    <xsl:sequence select="
      if (exists($names)) then string-join($names ! f:words(.)[. ne ''], ', ')
      else if (empty($publisher/(email | address | ptr))) then f:words($publisher)
      else replace(string-join($publisher/(node() except (email | address | ptr)) ! f:words(.)[. ne
        ''], ' '), '[\s,;:(]+$', '')"/>
  </xsl:function>

  <xsl:function name="h:licence" as="element(licence)?">
    <xsl:param name="header" as="element(teiHeader)?"/>
    <xsl:sequence
      select="($header/fileDesc/publicationStmt/availability/descendant::licence)[1]"/>
  </xsl:function>

  <!-- The header's statements about the rights in the source, in its own paragraphs. -->
  <xsl:function name="h:rights" as="xs:string*">
    <xsl:param name="header" as="element(teiHeader)?"/>
    <xsl:sequence select="
      $header/fileDesc/publicationStmt/availability/p ! f:words(.)[. ne '']"/>
  </xsl:function>

  <!-- The identifiers of the file, of one type in any case: doi, DOI. -->
  <xsl:function name="h:identifiers" as="element(idno)*">
    <xsl:param name="header" as="element(teiHeader)?"/>
    <xsl:param name="type" as="xs:string"/>
    <xsl:sequence select="
      $header/fileDesc/publicationStmt/descendant::idno[lower-case(@type) eq lower-case($type)]
      [normalize-space() ne '']"/>
  </xsl:function>

  <!-- The address or urn that the file gives itself. -->
  <xsl:function name="h:uri" as="xs:string?">
    <xsl:param name="header" as="element(teiHeader)?"/>
    <xsl:sequence select="h:line(h:identifiers($header, 'uri'))"/>
  </xsl:function>
</xsl:stylesheet>
