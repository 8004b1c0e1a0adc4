# SPDX-License-Identifier: GPL-3.0-or-later
"""Four children, down to the waist, each with the sign of a team of the quiz in its hands; caps as the signs are: pointed, round, square,
a rhomb. `/usr/bin/python3 kids.py` writes them. Units cm, y up, the waist at 0; flat paper-cut as things.py has it."""
from things import *
DEEP='#0F333C'
SIGN={'triangle':[(0,6.0),(5.4,-4.4),(-5.4,-4.4)],'square':[(-4.6,-4.6),(4.6,-4.6),(4.6,4.6),(-4.6,4.6)],'diamond':[(0,6.2),(6,0),(0,-6.2),(-6,0)]}
def both(c,g,col,d=.8,**k):
    for m in (1,-1): c.cut(affinity.scale(g,m,1,origin=(0,0)),col,d,**k)
def shade(col,t=.3): return tohex(mix(col,INK,t))
def hair(c,P):
    h=P['hair']
    if P['cut']=='bob': c.cut(P_([(-12.6,42),(-13.4,34),(-11.6,27.5),(-6,27),(6,27),(11.6,27.5),(13.4,34),(12.6,42),(0,50)]),h,.8)
    if P['cut']=='plaits':
        for m in (1,-1):
            for i in range(5): c.cut(Point(m*(11.6+.5*i),32-4.0*i).buffer(3.0-.2*i),h,.6)
            c.cut(P_([(m*13.2,15.6),(m*16.2,11.4),(m*13.4,8.8),(m*11.4,12)]),h,.5); c.cut(Point(m*13.5,15.4).buffer(1.7),P['trim'],.4)
def face(c,P):
    sk=P.get('skin',SKIN)
    c.cut(P_([(-11,43),(-11.4,36),(-9.4,29.6),(-4.6,25.6),(0,24.8),(4.6,25.6),(9.4,29.6),(11.4,36),(11,43),(0,49)]),sk,.8,dark=.2)
    both(c,P_([(10.6,38.6),(12.9,39),(13,35.4),(11,33.8)]),sk,.4)
    for m in (1,-1):
        x=c.X((m*4.5,36.4)); c.sv.ell(x[0],x[1],11.5,15.5,'#1E1511',1); c.circ((m*4.5+.5,37.2),.42,'#FFF9EC',.95)
        c.circ((m*6.9,31.8),2.3,'#D9735C',.36)
        c.ln([(m*2.6,40.0),(m*4.6,40.8),(m*6.6,40.0)],.5,.35,P['hair'],1,.8)
    c.ln([(-.9,33.7),(.1,32.9),(1.0,33.6)],.35,.3,tohex(mix(sk,'#8A3E30',.5)),1,.5)
    if P.get('laugh'):
        c.put(P_([(-3.7,30.9),(0,30.2),(3.7,30.9),(2.4,28.1),(0,27.3),(-2.4,28.1)]),'#7C352B'); c.put(P_([(-2.8,30.5),(0,30.0),(2.8,30.5),(0,29.6)]),'#FFF9EC')
    else: c.ln([(-3.2,30.4),(-1.4,29.2),(1.4,29.2),(3.2,30.4)],.3,.3,'#8A3E30',1,.75)
    f=P['hair']
    if P['fringe']=='straight': c.put(P_([(-11.3,43),(-11.2,39.6),(-7,41.3),(0,41.9),(7,41.3),(11.2,39.6),(11.3,43),(0,47)]),f)
    else: c.put(P_([(-11.3,44),(-11.4,37.6),(-9,40.6),(-3,42.4),(4,42.6),(9.6,40.2),(11.4,38.2),(11.3,44),(0,48)]),f)
def cap(c,P):
    h,b=P['hat'],P['band']
    if P['sign']=='triangle':
        c.cut(P_([(-12.6,42),(-11.4,48),(-7,56),(-2.4,65),(1.4,69.4),(4.2,66),(7.6,56.4),(11.6,48),(12.6,42),(0,44)],12),h,1)
        for i,(y,w) in enumerate(((50.5,9.4),(57.5,5.6))): c.ln([(-w,y-.6),(0,y+.9),(w,y-.6)],.9,.9,shade(h,.18),.9,1.2)
        c.cut(unary_union([Point(2.2+2.1*math.cos(a*.7),69.6+2.1*math.sin(a*.7)).buffer(2.5) for a in range(9)]),P['trim'],.7)
    if P['sign']=='circle':
        c.cut(P_([(-12.9,42),(-13,48),(-9.6,55.4),(0,58.6),(9.6,55.4),(13,48),(12.9,42),(0,44)],12),h,1)
        for x in (-7.4,-2.6,2.6,7.4): c.ln([(x*.55,57.2-abs(x)*.2),(x*.95,51),(x*1.05,46)],.5,.7,shade(h,.16),.8)
        c.cut(unary_union([Point(0,61.2).buffer(3)]+[Point(3.4*math.cos(a*.7),61.2+3.4*math.sin(a*.7)).buffer(3.0) for a in range(9)]),P['trim'],.8)
    if P['sign']=='square':
        both(c,P_([(10.4,45),(14.4,44.6),(15.4,37),(14.2,30),(11.4,28.6),(10,33),(10.4,39)]),b,.8)
        c.cut(R_([(-13.4,44),(-12.8,57.4),(-11.6,58.6),(11.6,58.6),(12.8,57.4),(13.4,44)]).buffer(.6),h,1)
        c.ln([(-11.4,55),(0,55.7),(11.4,55)],.5,.5,shade(h,.22),.9)
    if P['sign']=='diamond':
        c.cut(P_([(-13.4,41),(-14.6,46.6),(-10.4,52),(-3.4,58.4),(0,62.6),(3.4,58.4),(10.4,52),(14.6,46.6),(13.4,41),(0,44)],12),h,1)
        for x,y in ((-7.6,50),(0,51.6),(7.6,50),(0,57)): c.put(R_([(x,y+2.5),(x+2.2,y),(x,y-2.5),(x-2.2,y)]),P['dots'])
    if P['sign']=='square': c.cut(P_([(-13.8,41.6),(-13.9,48.6),(-9,50),(0,50.4),(9,50),(13.9,48.6),(13.8,41.6),(8,43.2),(0,43.8),(-8,43.2)]),b,.9)
    else: c.cut(P_([(-13.4,40.6),(-13.6,45.4),(-7,47.2),(0,47.8),(7,47.2),(13.6,45.4),(13.4,40.6),(7,42.2),(0,42.8),(-7,42.2)]),b,.8)
def sign(c,P,x,y):
    k=P['color']; c.circ((x,y-1.0),11.0,'#020C10',.5); c.circ((x,y),11.0,DEEP); ring=Point(x,y).buffer(10.4,24).difference(Point(x,y).buffer(8.5,24)); c.put(ring,k)
    g=Point(x,y).buffer(4.9,24) if P['sign']=='circle' else Polygon([(x+a,y+b) for a,b in SIGN[P['sign']]])
    c.put(g.buffer(.5),k)
def kid(P):
    c=Cut(470,760,10.,235.,755.)
    hair(c,P)
    jac,tr=P['jac'],P['trim']
    body=R_([(-16.8,0),(-17.2,8),(-16.6,17),(-15.4,23),(-11,26.6),(-5,28),(5,28),(11,26.6),(15.4,23),(16.6,17),(17.2,8),(16.8,0)]).buffer(1.2).buffer(-1.2).intersection(R_([(-30,0),(30,0),(30,40),(-30,40)]))
    if P.get('waves'):      # the outer hand greets
        L=lambda g: affinity.scale(g,-1,1,origin=(0,0))
        c.cut(L(P_([(16.2,38.4),(15.8,44),(17.2,47.4),(19.4,48),(21.4,46.6),(22.0,42),(21.4,38.2)])),P['mitt'],.8); c.cut(L(P_([(16.6,39.4),(13.9,42),(14.5,44),(16.2,43.6),(17.4,42)])),P['mitt'],.5)
        c.cut(L(chain(((13.8,22.0),4.2),((18.6,24.6),3.6),((18.8,37),3.1)).buffer(1).buffer(-1)),jac,.9); c.cut(L(R_([(15.4,35.6),(22.2,35.6),(22.4,38.6),(15.2,38.6)]).buffer(.5)),tr,.5)
    c.cut(body,jac,1.4); c.put(R_([(-17,0),(17,0),(17.2,3.4),(-17.2,3.4)]).intersection(body),tr); c.ln([(0,25),(.2,12),(0,3.4)],.5,.5,shade(jac,.35),.8)
    face(c,P); cap(c,P)
    c.cut(P_([(-8.6,28.4),(-9.2,25.2),(-5,22.6),(0,21.8),(5,22.6),(9.2,25.2),(8.6,28.4),(4.6,26.2),(0,25.4),(-4.6,26.2)]),P['scarf'],.8)
    for x in (-5.6,-1.8,1.8,5.6): c.ln([(x,26.4-abs(x)*-.1),(x*1.05,23.2+abs(x)*.12)],.45,.3,shade(P['scarf'],.26),.7)
    sx,sy=0,12.0
    arms=(1,) if P.get('waves') else (1,-1)
    for m in arms: c.cut(affinity.scale(chain(((14.8,22.2),4.3),((18.4,11.4),3.9),((12.6,6.6),3.3)).buffer(1).buffer(-1),m,1,origin=(0,0)),jac,.9)
    sign(c,P,sx,sy)
    for m in arms:
        c.cut(affinity.scale(R_([(11.2,3.4),(14.6,5.2),(13.2,9.8),(9.6,8.4)]).buffer(.5),m,1,origin=(0,0)),tr,.5)
        c.cut(affinity.scale(P_([(11.6,8.9),(9.4,10.6),(6.4,9.8),(5.2,7.4),(6.2,4.6),(9.4,3.2),(11.8,4.4)]),m,1,origin=(0,0)),P['mitt'],.7)
    return c
KIDS={
 'cedar':dict(sign='triangle',color='#F2A93B',jac='#C9812A',trim='#FBE7BE',hat='#E8A23A',band='#B26A12',mitt='#8E3F2C',scarf='#2F6B5E',hair='#3A2417',cut='bob',fringe='swept',laugh=True,waves=True),
 'oak':dict(sign='circle',color='#F08A6C',jac='#B94A38',trim='#F7E6D4',hat='#E0705A',band='#8F3428',mitt='#E3B04B',scarf='#F0D9A8',hair='#9A4A22',cut='plaits',fringe='swept',skin='#EDBB95'),
 'larch':dict(sign='square',color='#8FD0C8',jac='#2F7F78',trim='#D8EDE6',hat='#46958C',band='#6B5236',mitt='#C4473A',scarf='#D9A95B',hair='#1D1612',cut='short',fringe='straight',skin='#D9A273',laugh=True),
 'birch':dict(sign='diamond',color='#E9EEF5',jac='#5A6FA0',trim='#F2F4F8',hat='#E4E9F2',band='#3D4F78',dots='#5A6FA0',mitt='#3D4F78',scarf='#C4473A',hair='#C99A55',cut='plaits',fringe='straight',skin='#EDBB95'),
}
if __name__=='__main__':
    for n,P in KIDS.items(): kid(P).sv.save('../quiz-%s.svg'%n)
