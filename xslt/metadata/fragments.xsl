<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:siglum:function"
  xmlns:fp="urn:siglum:function:private" xmlns:m="urn:siglum:mode"
  xmlns:dts="https://w3id.org/api/dts#" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns="http://www.tei-c.org/ns/1.0" expand-text="yes"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="xs f fp m map">

  <!--
    A document's passages, each as a TEI file of its own, for the Document endpoint of Distributed
    Text Services: the passage in dts:wrapper, and a header with its document and licence. Takes one
    TEI document. Returns JSON: {"passages": [[id, TEI] …], "pages": [[id, TEI] …]}, the units of
    dts.xsl.
  -->
  <xsl:include href="../lib/addresses/anchors.xsl"/>
  <xsl:include href="../lib/addresses/node-numbers.xsl"/>
  <xsl:include href="../lib/texts.xsl"/>
  <xsl:include href="dts.xsl"/>

  <xsl:output method="json" indent="no"/>

  <xsl:template match="/">
    <xsl:variable name="text" select="f:texts(.)"/>
    <xsl:variable name="pages" as="map(*)" select="fp:pages-of($text)"/>
    <xsl:sequence select="map{
      'passages': array{$text//*[@xml:id][f:is-passage(.)] ! [f:anchor(.), fp:fragment(.)]},
      'pages': array{$fp:pages ! [f:anchor(.), fp:fragment($pages(position())?*)]}}"/>
  </xsl:template>

  <xsl:variable name="fp:header" as="element(teiHeader)">
    <teiHeader>
      <fileDesc>
        <titleStmt><xsl:copy-of select="f:file-header(/)/fileDesc/titleStmt/(title | author
          | editor)" copy-namespaces="no"/></titleStmt>
        <xsl:copy-of select="f:file-header(/)/fileDesc/publicationStmt" copy-namespaces="no"/>
        <sourceDesc><p><ref
          target="../{f:document-id(/)}.xml">{normalize-space((f:file-header(/)/fileDesc/titleStmt/title)[1])}</ref></p></sourceDesc>
      </fileDesc>
    </teiHeader>
  </xsl:variable>

  <xsl:function name="fp:fragment" as="xs:string">
    <xsl:param name="content" as="node()*"/>
    <xsl:variable name="file" as="element(TEI)">
      <TEI>
        <xsl:copy-of select="$fp:header"/>
        <text><body><dts:wrapper><xsl:copy-of select="$content"
          copy-namespaces="no"/></dts:wrapper></body></text>
      </TEI>
    </xsl:variable>
    <xsl:sequence select="'&lt;?xml version=&quot;1.0&quot; encoding=&quot;UTF-8&quot;?>&#10;' ||
      serialize($file, map{'method': 'xml', 'indent': false(),
      'omit-xml-declaration': true()}) || '&#10;'"/>
  </xsl:function>

  <!--
    The text divided at the beginnings of pages: each page has the content between its beginning and
    the next one's, within the elements around it. One walk for all pages: searching each page from
    the top would take quadratic time.
  -->
  <xsl:variable name="fp:pages" as="element(pb)*" select="f:texts(/)//pb[@xml:id]"/>
  <!--
    By node the number of the page that begins there; the elements that contain that place. Types
    of such maps are slow in saxon-js.
  -->
  <xsl:variable name="fp:page-numbers" as="map(*)" select="
      map:merge(for $place in 1 to count($fp:pages)
        return map{f:node-number($fp:pages[$place]): $place})"/>
  <xsl:variable name="fp:holders-of-page" as="map(*)"
    select="map:merge(($fp:pages/ancestor::*) ! map{f:node-number(.): true()})"/>

  <!-- By the number of a page its content. -->
  <xsl:function name="fp:pages-of" as="map(*)">
    <xsl:param name="texts" as="element()*"/>
    <!-- A text's parts (body, back) are not part of a page, their content is. -->
    <xsl:variable name="pieces" as="map(*)*"
      select="fp:cut($texts/*/(self::pb | .[not(self::pb)]/*), 0)"/>
    <xsl:map>
      <xsl:for-each-group select="$pieces" group-by="?page">
        <xsl:map-entry key="current-grouping-key()" select="array{current-group()?node}"/>
      </xsl:for-each-group>
    </xsl:map>
  </xsl:function>

  <!--
    Nodes, one after the other, each with the number of its page; one on several pages becomes one
    for each.
  -->
  <xsl:function name="fp:cut" as="map(*)*">
    <xsl:param name="nodes" as="node()*"/>
    <xsl:param name="page" as="xs:integer"/>
    <xsl:iterate select="$nodes">
      <xsl:param name="page" as="xs:integer" select="$page"/>
      <xsl:variable name="id" as="xs:integer" select="if (self::*) then f:node-number(.) else 0"/>
      <xsl:variable name="begins" select="$fp:page-numbers($id)"/>
      <xsl:variable name="pieces" as="map(*)+">
        <xsl:choose>
          <xsl:when test="exists($begins)"><xsl:sequence select="map{'page': $begins,
            'node': .}"/></xsl:when>
          <xsl:when test="$fp:holders-of-page($id)"><xsl:sequence
            select="fp:cut-element(., $page)"/></xsl:when>
          <xsl:otherwise><xsl:sequence select="map{'page': $page, 'node': .}"/></xsl:otherwise>
        </xsl:choose>
      </xsl:variable>
      <xsl:sequence select="$pieces"/>
      <xsl:next-iteration>
        <xsl:with-param name="page" select="xs:integer($pieces[last()]?page)"/>
      </xsl:next-iteration>
    </xsl:iterate>
  </xsl:function>

  <xsl:function name="fp:cut-element" as="map(*)+">
    <xsl:param name="element" as="element()"/>
    <xsl:param name="page" as="xs:integer"/>
    <xsl:variable name="pieces" as="map(*)*" select="fp:cut($element/node(), $page)"/>
    <!--
      A page may begin with the element's first node; the text before it still has the element.
    -->
    <xsl:if test="$pieces[1]?page ne $page">
      <xsl:sequence select="map{'page': $page, 'node': fp:holder($element, ())}"/>
    </xsl:if>
    <xsl:for-each-group select="$pieces" group-adjacent="?page">
      <xsl:sequence select="
          map{'page': current-grouping-key(), 'node': fp:holder($element, current-group()?node)}"/>
    </xsl:for-each-group>
  </xsl:function>

  <xsl:function name="fp:holder" as="element()">
    <xsl:param name="element" as="element()"/>
    <xsl:param name="content" as="node()*"/>
    <xsl:for-each select="$element">
      <xsl:copy copy-namespaces="no">
        <xsl:copy-of select="@*, $content" copy-namespaces="no"/>
      </xsl:copy>
    </xsl:for-each>
  </xsl:function>
</xsl:stylesheet>
