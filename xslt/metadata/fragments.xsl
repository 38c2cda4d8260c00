<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:siglum:function" xmlns:fp="urn:siglum:function:private" xmlns:m="urn:siglum:mode" xmlns:dts="https://w3id.org/api/dts#"
  xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns="http://www.tei-c.org/ns/1.0" expand-text="yes"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="xs f fp m map">

  <!--
    A document's passages, each as a TEI file of its own, as the Document endpoint of Distributed Text Services gives them: the passage in
    dts:wrapper, and a header that says of which document it is and under which licence.

    In: one TEI document. Out: JSON: {"passages": [[id, TEI] …], "pages": [[id, TEI] …]}, the units of dts.xsl.
  -->
  <xsl:include href="../lib/anchors.xsl"/>
  <xsl:include href="../lib/texts.xsl"/>
  <xsl:include href="dts.xsl"/>

  <xsl:output method="json" indent="no"/>

  <xsl:template match="/">
    <xsl:variable name="text" select="f:texts(.)"/>
    <xsl:variable name="pages" select="$text//pb[@xml:id]"/>
    <xsl:sequence select="map{
      'passages': array{$text//*[@xml:id][f:is-passage(.)] ! [f:anchor(.), fp:fragment(.)]},
      'pages': array{for $place in 1 to count($pages) return [f:anchor($pages[$place]), fp:fragment(fp:page($pages[$place], $pages[$place + 1]))]}}"/>
  </xsl:template>

  <xsl:variable name="fp:header" as="element(teiHeader)">
    <teiHeader>
      <fileDesc>
        <titleStmt><xsl:copy-of select="f:file-header(/)/fileDesc/titleStmt/(title | author | editor)" copy-namespaces="no"/></titleStmt>
        <xsl:copy-of select="f:file-header(/)/fileDesc/publicationStmt" copy-namespaces="no"/>
        <sourceDesc><p><ref target="../{f:document-id(/)}.xml">{normalize-space((f:file-header(/)/fileDesc/titleStmt/title)[1])}</ref></p></sourceDesc>
      </fileDesc>
    </teiHeader>
  </xsl:variable>

  <xsl:function name="fp:fragment" as="xs:string">
    <xsl:param name="content" as="node()*"/>
    <xsl:variable name="file" as="element(TEI)">
      <TEI>
        <xsl:copy-of select="$fp:header"/>
        <text><body><dts:wrapper><xsl:copy-of select="$content" copy-namespaces="no"/></dts:wrapper></body></text>
      </TEI>
    </xsl:variable>
    <xsl:sequence select="'&lt;?xml version=&quot;1.0&quot; encoding=&quot;UTF-8&quot;?>&#10;' || serialize($file, map{'method': 'xml', 'indent': false(), 'omit-xml-declaration': true()}) || '&#10;'"/>
  </xsl:function>

  <!--
    What stands between a page's beginning and the next one's, within the elements that hold it. Only the elements around the two places
    are looked into; all others are taken whole or passed over.
  -->
  <xsl:function name="fp:page" as="node()*">
    <xsl:param name="start" as="element(pb)"/>
    <xsl:param name="end" as="element(pb)?"/>
    <xsl:apply-templates mode="m:page" select="f:texts(root($start))/*/*">
      <xsl:with-param name="start" select="$start" tunnel="yes"/>
      <xsl:with-param name="end" select="$end" tunnel="yes"/>
      <xsl:with-param name="first" select="map:merge($start/ancestor-or-self::* ! map{generate-id(.): true()})" tunnel="yes"/>
      <xsl:with-param name="last" select="map:merge($end/ancestor::* ! map{generate-id(.): true()})" tunnel="yes"/>
    </xsl:apply-templates>
  </xsl:function>

  <xsl:mode name="m:page" on-no-match="shallow-skip"/>

  <xsl:template mode="m:page" match="node()">
    <xsl:param name="start" as="element(pb)" tunnel="yes"/>
    <xsl:param name="end" as="element(pb)?" tunnel="yes"/>
    <!-- From generate-id to true. Their types are not said: saxon-js would look at every pair of them for every node. -->
    <xsl:param name="first" as="map(*)" tunnel="yes"/>
    <xsl:param name="last" as="map(*)" tunnel="yes"/>
    <xsl:variable name="id" select="generate-id(.)"/>
    <xsl:variable name="begun" select="$first($id) or . >> $start"/>
    <xsl:choose>
      <xsl:when test="not($begun) or (exists($end) and not(. &lt;&lt; $end))"/>
      <xsl:when test="($first($id) or $last($id)) and not(. is $start)">
        <xsl:copy copy-namespaces="no">
          <xsl:copy-of select="@*"/>
          <xsl:apply-templates mode="#current"/>
        </xsl:copy>
      </xsl:when>
      <xsl:otherwise>
        <xsl:copy-of select="." copy-namespaces="no"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
