# SPDX-License-Identifier: GPL-3.0-or-later
"""What else is met in the wood: silhouettes of bear (walking, sitting) and cow on the scale of the others (10 units = 1 cm), a
bundle of leaves and a low spruce. Outlines in centimetres, x forward = right, y up, feet on y = 0."""
import math, random
from rig import *
from shapely.geometry import LineString
import sil
from sil import leaf, tine, save
def P_(pts,n=10): return Polygon(catmull(pts,True,n)).buffer(0)
def whole(body,legs,close=2.2,extra=()):
    """every leg filleted to the body on its own, so that legs do not fuse; nothing below the ground"""
    g=unary_union([unary_union([body,l]).buffer(close,16).buffer(-close,16) for l in legs]+list(extra))
    g=g.buffer(.6,8).buffer(-.6,8).intersection(Polygon([(-200,0),(400,0),(400,400),(-200,400)]))
    return Polygon(max(geom_polys(g),key=lambda p:p.area).exterior,[h for h in max(geom_polys(g),key=lambda p:p.area).interiors if Polygon(h).area>15])
def bear():
    b=P_([(3,60),(1,76),(8,91),(24,100),(46,101),(68,99),(86,104),(102,111),(117,109),(128,104),(138,106),(146,103),(152,96),(160,90.5),(170,87),(176,83),(177,77.5),(172,73.5),(162,72),(152,69),(144,63),(136,53),(122,44),(104,36.5),(78,33.5),(52,36),(30,40),(12,49)])
    legs=[chain(((36,62),22),((48,42),14),((44,24),9.6),((42,10),8.4),((46,5.6),5.8),((58,4.6),4.6)),
          chain(((118,66),18),((130,42),11.4),((138,24),8.8),((141,11),7.8),((145,6),5.8),((156,4.8),4.6)),
          chain(((22,68),23),((30,46),16),((19,25),10.8),((14,11),9.2),((18,6),6.4),((32,5),5.0)),
          chain(((106,72),23),((107,46),14),((104,26),10.2),((101,11),8.8),((105,6.2),6.4),((117,5),5.0))]
    ear=[Point(133,107.5).buffer(6.2),Point(139.5,107).buffer(4.6)]; tail=cap(((3,76),5),((-2,71),3.4))
    return whole(unary_union([b,tail]+ear),legs)
def bear_sits():
    """it sits upright and holds something to its mouth; arm, thigh and ear stand out by lines cut into the paper"""
    b=P_([(14,1),(3,9),(-4,28),(-2,52),(7,74),(18,92),(29,106),(36,118),(44,128),(54,133),(65,132),(73,126),(81,120),(91,116.5),(99,112),(102,106),(99,101),(91,99),(82,97),(76,91),(75,80),(76,62),(73,40),(66,20),(44,3)])
    arm=chain(((50,80),15),((60,58),11.5),((72,47),9),((84,55),7.4),((91,66),6.8))
    leg=chain(((34,26),25),((62,20),17),((84,12),10.5),((99,9),8.6),((105,17),6.6))
    ears=[Point(42,130).buffer(7),Point(52,135.5).buffer(5.4)]
    line=lambda pts,w=1.5:LineString(catmull(pts,False,8)).buffer(w)
    cuts=[line([(61,84),(54,71),(54.5,59),(60,49),(67,42.5)]),line([(14,38),(24,50),(40,51),(54,43.5),(62,39)]),line([(38,131),(41,134),(45.5,131.5)],1.2),Point(80.5,112.6).buffer(1.9)]
    cuts+=[line([(101.5,19+k*3.6),(106.5,20.5+k*3.2)],.8) for k in (-1,0)]
    g=whole(unary_union([b]+ears),[leg,arm]); return g.difference(unary_union(cuts))
def cow():
    b=P_([(1,112),(3,124),(10,131),(20,135.5),(34,133),(58,130),(84,130),(104,132),(119,137),(134,136),(148,137),(158,139),(166,142),(174,140),(181,131),(188,119),(194,109),(199,102.5),(200,95.5),(195.5,90),(186,89.5),(179,93.5),(170,97.5),(161,97),(155,88),(151,76),(145,66),(134,58.5),(116,55),(92,52.5),(66,54),(46,59),(30,64),(14,77),(5,95)])
    hind=lambda x,k=1:chain(((22+x,98),19*k),((26+x,78),13.5*k),((17+x,57),7.2*k),((13.4+x,46),5.6*k),((17+x,28),4.2*k),((17.4+x,13),4.3*k),((19+x,6.4),5.0*k),((23.6+x,2.6),3.6*k))
    fore=lambda x,k=1:chain(((132+x,92),17*k),((133+x,70),9.4*k),((132.4+x,46),5.9*k),((131.4+x,38),5.2*k),((131.4+x,22),4.0*k),((131+x,11),4.3*k),((132.6+x,6),5.0*k),((137+x,2.6),3.6*k))
    horns=[tine([(166,138),(166,150),(172,159),(182,162.5)],4.0,1.0),tine([(172,138),(176,147),(184,152),(192,151.5)],3.2,.9)]
    ear=leaf((163,138),(145,146.5),5.0,.6); udder=affinity.scale(Point(45,57).buffer(1,24),13.5,11)
    tail=unary_union([tine([(4,127),(-3.5,118),(-5.5,96),(-5,66)],3.2,1.7),leaf((-5,70),(-6.4,40),4.2)])
    return whole(unary_union([b,ear,udder,tail]+horns),[hind(18,1.12),fore(16,1.12),hind(0,1.22),fore(0,1.22)],1.6)
def oak_leaf(x,y,L,a,lobes=3):
    """outline of a dry oak leaf, its stalk at x, y"""
    pts=[]
    for s in (1,-1):
        half=[]
        for i in range(lobes*2+1):
            t=i/(lobes*2); w=math.sin(math.pi*(t*.86+.08))**.8*L*.40*(1.0 if i%2 else .70)
            half.append((t*L,s*w))
        pts+= half if s==1 else half[::-1]
    c,s=math.cos(a),math.sin(a)
    return fit_path(catmull([(x+u*c-v*s,y+u*s+v*c) for u,v in pts],True,5),.5,40,1)
def bundle():
    """a catch wrapped in leaves and twigs, closed: nothing shows but leaves"""
    r=random.Random(11); W,H=760,470; o=['<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" width="%d" height="%d">'%(W,H,W,H)]
    top=lambda x:H-16-(H-86)*max(0,1-abs((x-W/2)/(W*.46))**2.3)
    mound=[(x,top(x)) for x in range(40,W-39,40)]+[(W-40,H-8),(W/2,H-2),(40,H-8)]
    o.append('<path d="%s" fill="#3B2419"/>'%fit_path(catmull(mound,True,6),.6,60,1))
    fir=['#1F4A45','#2A5C50']
    for i in range(7):
        x=90+i*96+r.uniform(-20,20); y=top(x)+r.uniform(10,34); a=-math.pi/2+(x-W/2)/W*2.0+r.uniform(-.3,.3); L=r.uniform(100,140); d=''
        for k in range(11):
            t=k/11; px,py=x+math.cos(a)*L*t,y+math.sin(a)*L*t; n=L*.42*(1-t*.7)
            for s in (1,-1):
                b=a+s*.95; ex,ey=px+math.cos(b)*n,py+math.sin(b)*n
                d+='M%.0f %.0fL%.0f %.0fL%.0f %.0fZ'%(px-4,py-2,px+5,py+4,ex,ey)
        o.append('<path d="%s" fill="%s"/>'%(d,fir[i%2]))
    cols=['#6E4230','#8A5638','#7A4B36','#A06A3C','#B57C44','#94603A','#C38D50']
    rows=(.98,.8,.6,.4,.2)
    for q,k in enumerate(rows):
        n=14-q
        for i in range(n):
            x=70+(W-140)*(i+.5*(q%2))/(n-1)+r.uniform(-22,22)
            if not 60<x<W-60: continue
            y=H-22-(H-30-top(x))*k+r.uniform(-10,14); c=cols[min(6,q+int(r.random()*3.4))]
            a=math.pi/2+(x-W/2)/W*-1.5+r.uniform(-.5,.5)
            L=r.uniform(104,140); x0,y0=x-math.cos(a)*L*.5,y-math.sin(a)*L*.45
            o.append('<path d="%s" fill="#1A0F0A" opacity="0.35"/><path d="%s" fill="%s"/>'%(oak_leaf(x0+3,y0+7,L,a),oak_leaf(x0,y0,L,a),c))
            ex,ey=x0+math.cos(a)*L*.92,y0+math.sin(a)*L*.92; nx,ny=-math.sin(a)*2.2,math.cos(a)*2.2
            o.append('<path d="M%.0f %.0fL%.0f %.0fL%.0f %.0fZ" fill="#F1CF96" opacity="0.4"/>'%(x0+nx,y0+ny,x0-nx,y0-ny,ex,ey))
    o.append('</svg>'); return '\n'.join(o)
def spruce():
    """a spruce whose boughs lie on the snow: room for something behind them"""
    r=random.Random(4); W,H=760,900; cx=W/2; o=['<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" width="%d" height="%d">'%(W,H,W,H)]
    o.append('<defs><linearGradient id="b" gradientUnits="userSpaceOnUse" x1="0" y1="0" x2="0" y2="900"><stop offset="0" stop-color="#1B4A52"/><stop offset="1" stop-color="#0A252C"/></linearGradient><linearGradient id="f" gradientUnits="userSpaceOnUse" x1="0" y1="0" x2="0" y2="900"><stop offset="0" stop-color="#2B626A"/><stop offset="1" stop-color="#12383F"/></linearGradient></defs>')
    tiers=9; last=[]
    def tier(i,k,fill):
        a=(i+1)/tiers; y=20+(H-60)*a**.94; w=W*.47*a**.74*k*(.93+.14*r.random()); up=y-(H-40)/tiers*1.62; pts=[(cx,up)]
        n=5+i; edge=[]
        for j in range(n+1):
            t=j/n; x=cx+w*(1-2*t); d=math.sin(math.pi*t); yy=y+d*26-abs(1-2*t)*6
            edge.append((x,yy+r.uniform(0,12)))
            if j<n: edge.append((cx+w*(1-2*(j+.5)/n),yy-r.uniform(13,22)))
        d='M%.0f %.0fQ%.0f %.0f %.0f %.0f'%(cx,up,cx+w*.34,up+(y-up)*.72,edge[0][0],edge[0][1])
        for (x0,y0),(x1,y1) in zip(edge,edge[1:]): d+='Q%.0f %.0f %.0f %.0f'%((x0+x1)/2,max(y0,y1)+2,x1,y1)
        d+='Q%.0f %.0f %.0f %.0fZ'%(cx-w*.34,up+(y-up)*.72,cx,up)
        o.append('<path d="%s" fill="#03141A" opacity="0.35"/>'%d.replace('M%.0f %.0f'%(cx,up),'M%.0f %.0f'%(cx,up+10)))
        o.append('<path d="%s" fill="url(#%s)"/>'%(d,fill))
        for s in (-1,1):
            for t,l in ((.82,.2),(.44,.17)):
                x=cx+s*w*t; yy=up+(y-up)*(.30+.55*t); L=w*l
                o.append('<path d="M%.0f %.0fQ%.0f %.0f %.0f %.0fQ%.0f %.0f %.0f %.0fZ" fill="#C4DBDF" opacity="%s"/>'%(x-L,yy-s*L*.42,x,yy-11-s*2,x+L,yy+s*L*.42,x,yy+4,x-L,yy-s*L*.42,'0.85' if s<0 else '0.5'))
    for i in range(tiers-1,-1,-1): tier(i,1,'f' if i%2 else 'b')
    o.append('</svg>'); return '\n'.join(o)
def dots_upright():
    """a dividing line of dots"""
    return '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 352" width="8" height="352"><g fill="#F4F8F6">'+''.join('<circle cx="4" cy="%d" r="2.4"/>'%(4+20*i) for i in range(18))+'</g></svg>'
def make(out=''):
    """the files and what silhouettes.json says of the three animals"""
    sil.OUT=out; info={}
    for name,g,i in (('bear',bear(),dict(name_en='bear, walking',shoulder_cm=105)),('bear-sits',bear_sits(),dict(name_en='bear, sitting')),('cow',cow(),dict(name_en='cow',shoulder_cm=135))):
        info[name]=save('sil-%s.svg'%name,g,i,hole=3 if name=='bear-sits' else 15)
    for name,s in (('leaf-bundle',bundle()),('spruce-low',spruce()),('dots-upright',dots_upright())): open(out+name+'.svg','w').write(s+'\n')
    return info
if __name__=='__main__': print(make('../'))
