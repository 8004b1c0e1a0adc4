# SPDX-License-Identifier: GPL-3.0-or-later
"""Small signs on cards and answers: fish, spots, tail, fire, illness. `/usr/bin/python3 signs.py` writes them. Light from the upper left."""
import math, random
from kit import *
INK='#0E2A2F'
def svg(x,y,w,h,body): return '<svg xmlns="http://www.w3.org/2000/svg" viewBox="%d %d %d %d" width="%d" height="%d">\n%s\n</svg>\n'%(x,y,w,h,w,h,body)
def P_(pts,n=10): return Polygon(catmull(pts,True,n)).buffer(0)
def one(g,err=.3,corner=40): return '<path fill="%s" fill-rule="evenodd" d="%s"/>'%(INK,geom_path(g,err,corner,1,1))
def fish():
    """a char, as the brooks of the taiga have it: small fat fin before the tail, mouth back to below the eye"""
    body=P_([(236,47),(228,36),(206,23),(172,14),(136,14),(100,22),(70,32),(46,39),(40,46),(46,54),(72,61),(104,70),(140,75),(176,73),(206,64),(228,54)])
    tail=Polygon(catmull([(50,39),(34,33),(18,20),(5,11)],False,8)+catmull([(5,11),(10,28),(15,46),(10,64),(6,81)],False,8)+catmull([(6,81),(20,70),(36,59),(50,54)],False,8)).buffer(0)
    back=Polygon(catmull([(160,20),(146,4),(132,1),(126,6),(118,18),(112,26)],False,8)+[(150,30)]).buffer(0)
    fat=P_([(84,33),(72,20),(64,22),(66,34)]); anal=Polygon(catmull([(96,64),(82,76),(70,84),(66,80),(68,66),(72,58)],False,8)).buffer(0)
    belly=Polygon(catmull([(142,70),(130,84),(116,88),(114,80),(120,68)],False,8)).buffer(0)
    g=unary_union([body,tail,back,fat,anal,belly])
    eye=Point(212,40).buffer(4.6); gill=LineString(catmull([(190,22),(180,34),(178,48),(186,64)],False,10)).buffer(2.1)
    mouth=LineString(catmull([(238,50),(226,52),(214,51)],False,8)).buffer(1.5)
    chest=LineString(catmull([(176,58),(160,66),(146,68)],False,8)).buffer(1.9)
    spots=[Point(x,y).buffer(2.5) for x,y in ((164,34),(150,44),(136,32),(122,44),(108,36),(94,46),(80,42),(150,26))]
    return svg(0,0,240,90,one(g.difference(unary_union([eye,gill,mouth,chest]+spots))))
def rosette(cx,cy,r,seed):
    """a broken ring of uneven flecks, thick where they bend"""
    rnd=random.Random(seed); n=rnd.choice((4,5)); a=rnd.random()*6.28; out=[]
    for i in range(n):
        w=6.2832/n*rnd.uniform(.56,.70); m=a+6.2832*i/n+rnd.uniform(-.12,.12); k=r*rnd.uniform(.92,1.08); t=r*rnd.uniform(.20,.26)
        arc=[(cx+k*math.cos(m+w*(j/10-.5)),cy+k*.92*math.sin(m+w*(j/10-.5))) for j in range(11)]
        out.append(unary_union([Point(p).buffer(t*(.72+.34*math.sin(math.pi*j/10)+.08*math.sin(seed+i+j))) for j,p in enumerate(arc)]))
    return out
def spots():
    g=rosette(47,42,27,3)+rosette(122,76,28,8)+rosette(194,40,27,5)
    g+=[affinity.rotate(affinity.scale(Point(x,y).buffer(1,16),rx,ry),t) for x,y,rx,ry,t in ((112,18,10,7,20),(36,102,10,7,-15),(208,104,10,8,30),(142,20,5,6,10),(72,98,6,7,0),(178,96,6,7,20))]
    return svg(0,0,240,120,''.join(one(x,.2) for x in g))
def tail():
    """long, thick and soft to the end, with rings"""
    mid=np.array(catmull([(224,22),(194,58),(152,90),(104,92),(66,64),(40,34),(24,22)],False,16)); n=len(mid)
    d=np.gradient(mid,axis=0); nor=np.stack([-d[:,1],d[:,0]],1)/np.hypot(d[:,0],d[:,1])[:,None]
    w=np.array([11+4.4*math.sin(math.pi*(i/(n-1))**1.4) for i in range(n)])
    g=Polygon(list(mid+nor*w[:,None])+list((mid-nor*w[:,None])[::-1])).buffer(0).union(Point(mid[-1]).buffer(w[-1])).union(Point(mid[0]).buffer(w[0]))
    cuts=[]
    for t,c in ((.30,2.1),(.42,2.2),(.54,2.4),(.66,2.6),(.78,2.8),(.90,3.0)):
        i=int(t*(n-1)); a,b=mid[i]+nor[i]*w[i]*1.3,mid[i]-nor[i]*w[i]*1.3; q=mid[i]+(d[i]/np.hypot(*d[i]))*5
        cuts.append(LineString(catmull([a,q,b],False,8)).buffer(c))
    x0,y0,x1,y1=g.bounds; return svg(0,0,240,120,one(g.difference(unary_union(cuts)),.25))
def fire():
    """three sheets of flame, each with the shadow of the one before it"""
    o=[('#C63F2C',[(50,4),(60,18),(72,30),(78,42),(84,56),(82,74),(72,88),(56,95),(40,94),(26,86),(17,72),(17,56),(24,42),(28,30),(36,38),(42,30),(46,18)]),
       ('#EE6F3C',[(53,28),(58,40),(68,50),(73,62),(71,76),(62,87),(49,91),(36,87),(27,76),(27,62),(33,53),(38,60),(46,50),(50,40)]),
       ('#FFC766',[(51,52),(56,60),(63,68),(63,78),(57,87),(48,90),(40,86),(35,78),(37,69),(43,66),(48,60)]),
       ('#FFF0C4',[(50,70),(55,77),(55,84),(49,88),(43,84),(44,78)])]
    b=''
    for i,(c,p) in enumerate(o):
        g=Polygon(catmull(p,True,8)).buffer(0)
        if i: b+='<path fill="#5A120A" fill-opacity=".28" d="%s"/>'%geom_path(affinity.translate(g,1.1,2.2).intersection(last),.15,60,1,.2)
        b+='<path fill="%s" d="%s"/>'%(c,geom_path(g,.15,60,1,.2)); last=g
        if i<3: b+='<path fill="#FFF3D6" fill-opacity=".35" d="%s"/>'%geom_path(g.difference(affinity.translate(g,.9,.9)).intersection(Polygon([(0,0),(50,0),(50,100),(0,100)])),.12,60,1,.3)
    return svg(0,0,100,100,b)
def illness():
    """a germ: a ball of paper with knobs, no two alike"""
    rnd=random.Random(4); out=[]; n=11
    knobs=[]
    for i in range(n):
        a=6.2832*i/n+rnd.uniform(-.09,.09); l=rnd.uniform(40,45); k=rnd.uniform(4.6,6.4); c,s=math.cos(a),math.sin(a)
        q=(l*c+rnd.uniform(-2,2),l*s+rnd.uniform(-2,2))
        knobs.append(Polygon([(26*c-4.6*s,26*s+4.6*c),(q[0]-2.2*s,q[1]+2.2*c),(q[0]+2.2*s,q[1]-2.2*c),(26*c+4.6*s,26*s-4.6*c)]).union(affinity.rotate(affinity.scale(Point(q).buffer(1,12),k,k*1.22),math.degrees(a),origin=q)))
    ball=Point(0,0).buffer(29.5,32); whole=unary_union(knobs+[ball]).buffer(1.6,8).buffer(-1.6,8)
    b='<path fill="#06171C" fill-opacity=".28" d="%s"/>'%geom_path(affinity.translate(whole,1.4,3),.12,60,1)
    b+='<path fill="#4E8A5C" d="%s"/>'%geom_path(whole,.12,60,1)
    b+='<path fill="#CFEBC4" fill-opacity=".5" d="%s"/>'%geom_path(whole.difference(affinity.translate(whole,1,1.2)),.12,60,1,.3)
    inner=Point(0,0).buffer(26.5,32)
    b+='<defs><radialGradient id="b" gradientUnits="userSpaceOnUse" cx="-9" cy="-11" r="42"><stop offset="0" stop-color="#C9EBAF"/><stop offset=".55" stop-color="#93CB8B"/><stop offset="1" stop-color="#5C9F72"/></radialGradient></defs>'
    b+='<path fill="url(#b)" d="%s"/>'%geom_path(inner,.12,60,1)
    for x,y,r in ((-10,-8,7),(11,-5,5.2),(-1,13,7.6),(15,12,3.4),(-17,10,3.2),(4,-19,3)):
        p=Point(x,y).buffer(r,16); b+='<path fill="#3E7A55" d="%s"/><path fill="#1D4B36" fill-opacity=".45" d="%s"/>'%(geom_path(p,.1,60,1,.1),geom_path(p.difference(affinity.translate(p,1,1.3)),.1,60,1,.1))
    return svg(-56,-56,112,112,b)
def band_stumps():
    """the strip Threats of the front page in portrait: what is left of a wood, snow at the feet and on some"""
    rnd=random.Random(7); sv=Svg(0,0,1760,330); x=70
    spots=[]
    for w,h in ((96,128),(134,168),(84,96),(112,142),(150,120),(90,172),(128,134),(102,108),(140,158)):
        spots.append((x+w/2,w,h)); x+=w+rnd.uniform(58,96)
    foot=300
    for cx,w,h in spots:
        t=foot-h; r=w/2; e=r*.27
        side=lambda s:catmull([(cx+s*r,t),(cx+s*r*.97,t+h*.45),(cx+s*r*1.06,t+h*.74),(cx+s*r*1.55,foot)],False,8)
        body=side(1)+[(cx,foot+e*.7)]+side(-1)[::-1]
        sv.glow(cx+w*.2,foot+4,w*1.25,e*1.3,0,'#02090B',.6)
        sv.poly(body,sv.lin(cx-r,0,cx+r,0,[(0,'#9A7152'),(.28,'#6B4A37'),(.7,'#3C2820'),(1,'#241712')]),1,.6,40,0)
        for k in (-.62,-.28,.06,.4,.72):                                                    # furrows of the bark
            sv.path(taper([(cx+k*r,t+e*.9),(cx+k*r*1.02,t+h*.5),(cx+k*r*1.32,foot-h*.06)],w*.075,w*.02,nd=0,err=.6),'#1B100C',.55)
        top=affinity.translate(affinity.scale(Point(0,0).buffer(1,24),r,e),cx,t)
        sv.geom(top,'#5B3C2A',1,.5,60,0)
        for q,c in ((.90,'#E8BE86'),(.68,'#D6A368'),(.64,'#E8BE86'),(.42,'#D6A368'),(.37,'#EBC48F'),(.14,'#B47C45')):
            sv.geom(affinity.scale(top,q,q,origin=(cx-r*.06,t)),c,1,.5,60,0)
        if rnd.random()<.5:                                                                  # a pad of snow on the cut
            cap=affinity.translate(affinity.scale(Point(0,0).buffer(1,24),r*.74,e*.86),cx+r*.16,t-e*.34)
            sv.geom(affinity.translate(cap,3,e*.42),'#8EB0BA',1,.5,60,0); sv.geom(cap,'#F2F7F6',1,.5,60,0)
        drift=[(cx-w*1.05,foot+8),(cx-w*.62,foot-e*.9),(cx-w*.1,foot-e*.1),(cx+w*.3,foot-e*.7),(cx+w*1.1,foot+8),(cx,foot+e*.8)]
        sv.poly(catmull(drift,True,8),sv.lin(0,foot-e,0,foot+e,[(0,'#DCE9EA',.95),(1,'#9DBCC4',.75)]),1,.6,60,0)
    return sv
def make(out='../'):
    band_stumps().save(out+'band-stumps.svg')
    for n,f in (('sil-fish',fish),('sil-spots',spots),('sil-tail',tail),('card-fire',fire),('card-illness',illness)): open(out+n+'.svg','w').write(f())
if __name__=='__main__': make()
