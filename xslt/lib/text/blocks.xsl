<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:f="urn:siglum:function"
  exclude-result-prefixes="#all">

  <!-- Block elements, whatever they contain. -->
  <xsl:variable name="f:blocks" as="map(xs:string, xs:boolean)" select="map:merge(tokenize('
    p ab list table lg l sp div div0 div1 div2 div3 div4 div5 div6 div7 floatingText listBibl head
    opener closer dateline signed salute postscript
    argument epigraph trailer titlePage docTitle docImprint castList castGroup castItem set
    performance prologue epilogue spGrp superEntry entry entryFree hom sense re dictScrap
    listWit witness listPerson listOrg listPlace listEvent listNym listRelation person personGrp
    persona org place nym eg egXML notatedMusic u annotationBlock
    msDesc msIdentifier msContents msItem msItemStruct msPart msFrag physDesc objectDesc
    supportDesc support layoutDesc layout handDesc handNote typeDesc typeNote
    scriptDesc scriptNote decoDesc decoNote bindingDesc binding sealDesc accMat additions
    musicNotation collation foliation condition history origin provenance
    acquisition additional adminInfo recordHist surrogates custodialHist summary
    surfaceGrp surface zone line
    ') ! map{.: true()})"/>
</xsl:stylesheet>
